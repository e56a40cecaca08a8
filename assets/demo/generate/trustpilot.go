package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
)

var trustpilotHeader = []string{
	"Domain Url", "Webshop Name", "Business Unit Id", "Review Id", "Review Created (UTC)", "Review Consumer User Id",
	"Review Username", "Review User Email", "Review Title", "Review Content", "Review Stars", "Source Of Review",
	"Reference Id", "Company Response", "Company Reply Date (UTC)", "Review Language", "Location Name", "Location Id", "Tags",
}

const sqlTime = "2006-01-02 15:04:05"

// trustpilotFile is the reviews export of Trustpilot Business.
func trustpilotFile(d *dice, all []*mention) ([]byte, error) {
	rows := [][]string{trustpilotHeader}
	for _, m := range all {
		reference, way, answeredAt, lang := "", "Organic", "", m.lang
		if d.chance(0.6) {
			way, reference = "Invitation", fmt.Sprintf(`="%07d"`, 41000+d.IntN(9000))
		}
		if m.answer != "" {
			answeredAt = m.answeredAt.UTC().Format(sqlTime)
		}
		if lang == "mix" {
			lang = "it"
		}
		rows = append(rows, []string{
			"www.fornoaurora.example", "Forno Aurora", "5f0c1a2b3d4e5f6071829300", "6" + d.hex(23), m.at.UTC().Format(sqlTime), "6" + d.hex(23),
			m.author.name, "", m.title, m.text, fmt.Sprint(m.stars), way,
			reference, m.answer, answeredAt, lang, "", "", "",
		})
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	err := w.WriteAll(rows)
	return b.Bytes(), err
}
