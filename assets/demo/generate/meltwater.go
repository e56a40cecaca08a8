package main

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode/utf16"
)

var meltwaterHeader = strings.Split("Date|Time|Document ID|URL|Input Name|Keywords|Information Type|Source Type|Source Name|Source Domain|Content Type|Author Name|Author Handle|Title|Opening Text|Hit Sentence|Image|Hashtags|Links|Country|Region|State|City|Language|Sentiment|Keyphrases|Reach|Global Reach|National Reach|Local Reach|AVE|Social Echo|Editorial Echo|Engagement|Shares|Quotes|Likes|Replies|Reposts|Comments|Reactions|Views|Estimated Views|Document Tags|Custom Categories|Custom Fields", "|")

// meltwaterFile is an export of Explore: UTF-16 with tabs, though named .csv.
// Its times carry no zone; they are those of the account, here Rome.
func meltwaterFile(d *dice, all []*mention) ([]byte, error) {
	rows := [][]string{meltwaterHeader}
	for _, m := range all {
		cells := meltwaterCells(d, m)
		row := make([]string, len(meltwaterHeader))
		for i, name := range meltwaterHeader {
			row[i] = cells[name]
		}
		rows = append(rows, row)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = '\t', true
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	units := utf16.Encode([]rune("\ufeff" + b.String()))
	wide := make([]byte, 0, 2*len(units))
	for _, u := range units {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	return wide, nil
}

func meltwaterCells(d *dice, m *mention) map[string]string {
	local := m.at.In(rome)
	cells := map[string]string{
		"Date": local.Format("02-Jan-2006"), "Time": local.Format("03:04 PM"),
		"Document ID": fmt.Sprintf("%d_%s", m.at.UnixMilli(), d.string(base64Letters[:62], 27)),
		"Input Name":  "Forno Aurora", "Keywords": "Forno Aurora", "Country": "Italy", "City": "Torino",
		"Language": map[bool]string{true: "English", false: "Italian"}[m.lang == "en"], "Sentiment": capital(guess(d, m)),
		"Title": m.title, "Opening Text": m.opening, "Hit Sentence": m.text, "Reach": fmt.Sprint(m.reach),
		"AVE": fmt.Sprintf("%.2f", float64(m.reach)*0.00925), "Hashtags": strings.Join(hashtags.FindAllString(m.text, -1), ";"),
	}
	switch m.source {
	case "x":
		cells["Information Type"], cells["Source Type"], cells["Source Name"], cells["Source Domain"] = "Social", "X", "X", "x.com"
		cells["Author Name"], cells["Author Handle"] = m.author.name, "@"+m.author.handle
		cells["URL"] = "https://x.com/" + m.author.handle + "/status/" + snowflake(d, m)
		cells["Likes"], cells["Replies"], cells["Reposts"] = fmt.Sprint(m.likes), fmt.Sprint(m.replies), fmt.Sprint(m.shares)
	default:
		o, published := outletNamed(m.author.name)
		if !published {
			o = outletOf(d, m.source, "it")
		}
		cells["Information Type"] = map[bool]string{true: "News", false: "Social"}[m.source == "news"]
		cells["Source Type"] = map[string]string{"news": "Online News", "blog": "Blog", "forum": "Forum"}[m.source]
		cells["Source Name"], cells["Source Domain"], cells["Author Name"] = o.name, o.domain, m.author.name
		cells["URL"] = fmt.Sprintf("https://www.%s/%s/%d", o.domain, local.Format("2006/01/02"), d.between(10000, 99999))
	}
	return cells
}
