package main

import (
	"bytes"
	"encoding/json"
	"time"
)

type googleReview struct {
	Name       string         `json:"name"`
	Reviewer   googleReviewer `json:"reviewer"`
	StarRating string         `json:"starRating"`
	Comment    string         `json:"comment"`
	CreateTime string         `json:"createTime"`
	UpdateTime string         `json:"updateTime"`
	Reply      *googleReply   `json:"reviewReply,omitempty"`
}

type googleReviewer struct {
	DisplayName string `json:"displayName"`
}

type googleReply struct {
	Comment    string `json:"comment"`
	UpdateTime string `json:"updateTime"`
}

// googleFile is reviews.json of Google Business Profile as Takeout gives it.
func googleFile(d *dice, all []*mention) ([]byte, error) {
	stars := [...]string{1: "ONE", 2: "TWO", 3: "THREE", 4: "FOUR", 5: "FIVE"}
	shopIDs := [...]string{"3107450021884176", "8845120037719205", "5592016640031847"}
	reviews := make([]googleReview, 0, len(all))
	for _, m := range all {
		r := googleReview{
			Name:       "accounts/104420260000000000001/locations/" + shopIDs[m.shop] + "/reviews/AbFv" + d.string(base64Letters, 28),
			Reviewer:   googleReviewer{m.author.name},
			StarRating: stars[m.stars],
			Comment:    m.text + translation(m),
			CreateTime: m.at.UTC().Format("2006-01-02T15:04:05.000Z"),
		}
		r.UpdateTime = r.CreateTime
		if m.answer != "" {
			r.Reply = &googleReply{m.answer, m.answeredAt.UTC().Format(time.RFC3339)}
		}
		reviews = append(reviews, r)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(map[string]any{"reviews": reviews})
	return b.Bytes(), err
}

const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// translation is what Google adds to reviews in other languages.
func translation(m *mention) string {
	if !foreign(m) || m.lang == "mix" {
		return ""
	}
	return "\n\n(Translated by Google) " + map[string]string{
		positive: "Wonderful bakery, thank you.",
		neutral:  "Breakfast stop.",
		negative: "Not a good experience.",
	}[m.tone]
}
