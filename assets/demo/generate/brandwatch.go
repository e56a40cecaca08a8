package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"time"
)

var brandwatchHeader = strings.Split("Query Id|Query Name|Date|Title|Snippet|Url|Domain|Sentiment|Page Type|Language|Country Code|Continent Code|Continent|Country|City Code|Account Type|Added|Author|Avatar|Category Details|Checked|City|Engagement Score|Full Name|Full Text|Gender|Hashtags|Impact|Impressions|Likes|Comments|Shares|Mentioned Authors|Original Url|Mention Id|Resource Id|Thread Author|Thread Entry Type|Thread Id|Thread URL|Reach (new)|X Author ID|X Followers|X Reply to|X Repost of|X Reposts|X Likes|X Replies|X Verified|Instagram Likes|Bluesky Author Id|Custom", "|")

// brandwatchFile is a bulk download of mentions: a preamble, then every cell
// in quotes. Its times carry no zone; they are those of the project, here Rome,
// as the preamble says.
func brandwatchFile(d *dice, all []*mention) ([]byte, error) {
	var b bytes.Buffer
	stamp := func(t time.Time) string { return t.In(rome).Format("Mon Jan 02 15:04:05 MST 2006") }
	for _, line := range [][]string{
		{"Report:", "Bulk Mentions Download"},
		{"Brand:", "Forno Aurora"},
		{"From:", stamp(lastDay.AddDate(0, 0, 1-days))},
		{"To:", stamp(lastDay.AddDate(0, 0, 1).Add(-time.Second))},
		{"Label:", "Forno Aurora"},
	} {
		quotedLine(&b, line)
	}
	b.WriteByte('\n')
	quotedLine(&b, brandwatchHeader)
	for _, m := range all {
		cells := brandwatchCells(d, m)
		line := make([]string, len(brandwatchHeader))
		for i, name := range brandwatchHeader {
			line[i] = cells[name]
		}
		quotedLine(&b, line)
	}
	return b.Bytes(), nil
}

func brandwatchCells(d *dice, m *mention) map[string]string {
	id := fmt.Sprint(d.between(2e17, 9e17))
	cells := map[string]string{
		"Query Id": "2000481516", "Query Name": "Forno Aurora, Torino", "Date": m.at.In(rome).Format(sqlTime) + ".0",
		"Snippet": snippet(m.text), "Full Text": m.text, "Domain": m.source + ".com", "Page Type": m.source,
		"Sentiment": guess(d, m), "Language": m.lang, "Country": "Italy", "Country Code": "IT", "Account Type": "individual",
		"Added":    m.at.Add(time.Duration(d.between(3, 90))*time.Minute).In(rome).Format(sqlTime) + ".0",
		"Hashtags": strings.Join(hashtags.FindAllString(m.text, -1), ","), "Author": m.author.handle, "Full Name": m.author.name,
		"Likes": fmt.Sprint(m.likes), "Comments": fmt.Sprint(m.replies), "Shares": fmt.Sprint(m.shares),
		"Resource Id": id, "Thread Entry Type": "post", "Reach (new)": fmt.Sprint(m.reach), "Impressions": fmt.Sprint(m.views * 5 / 4),
		"Impact": fmt.Sprintf("%.1f", 12+float64(d.IntN(300))/10),
	}
	if m.lang == "mix" {
		cells["Language"] = "it"
	}
	if m.source == "instagram" {
		cells["Url"] = "https://www.instagram.com/p/" + d.string(base64Letters, 11) + "/"
		cells["Instagram Likes"] = cells["Likes"]
	} else {
		cells["Url"] = "https://www.facebook.com/fornoaurora.example/posts/" + id
		cells["Mention Id"] = fmt.Sprint(d.between(6e11, 7e11))
		cells["Thread Entry Type"] = "comment"
	}
	return cells
}

var hashtags = regexp.MustCompile(`#\pL+`)

func snippet(text string) string {
	r := []rune(text)
	if len(r) <= 120 {
		return text
	}
	return string(r[:119]) + "…"
}

// guess is the tool's own label, which is wrong now and then.
func guess(d *dice, m *mention) string {
	if d.chance(0.2) {
		return neutral
	}
	return m.tone
}

func quotedLine(b *bytes.Buffer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
	}
	b.WriteByte('\n')
}
