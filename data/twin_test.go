package data_test

import (
	"testing"
	"time"

	"vedetta/data"
)

func TestTwins(t *testing.T) {
	at := time.Date(2026, 3, 1, 9, 5, 30, 0, time.UTC)
	post := func(change func(*data.Mention)) *data.Mention {
		m := &data.Mention{
			Text: "Ho aspettato 40 minuti al bancone e nessuno si è scusato.", PublishedAt: at,
			Author: data.Author{Name: "Anna B.", Handle: "annab"}, URL: "https://www.example.test/p/1?utm_source=x",
		}
		change(m)
		return m
	}
	for name, c := range map[string]struct {
		other *data.Mention
		want  bool
	}{
		"the same post":                             {post(func(*data.Mention) {}), true},
		"seconds cut off":                           {post(func(m *data.Mention) { m.PublishedAt = at.Truncate(time.Minute) }), true},
		"an hour later it is another post":          {post(func(m *data.Mention) { m.PublishedAt = at.Add(time.Hour) }), false},
		"cut by the other tool":                     {post(func(m *data.Mention) { m.Text = "Ho aspettato 40 minuti al bancone e nessuno si…" }), true},
		"cut too short to tell":                     {post(func(m *data.Mention) { m.Text = "Ho aspettato…" }), false},
		"the handle where the name was":             {post(func(m *data.Mention) { m.Author, m.URL = data.Author{Name: "@AnnaB"}, "" }), true},
		"no author, the same address":               {post(func(m *data.Mention) { m.Author, m.URL = data.Author{}, "http://example.test/p/1/" }), true},
		"no author, no address, but a sentence":     {post(func(m *data.Mention) { m.Author, m.URL = data.Author{}, "" }), true},
		"somebody else with the same words":         {post(func(m *data.Mention) { m.Author, m.URL = data.Author{Name: "Ugo"}, "" }), false},
		"the same author with other words":          {post(func(m *data.Mention) { m.Text = "Pane ottimo" }), false},
		"blanks and case are no difference":         {post(func(m *data.Mention) { m.Text = "HO aspettato 40 minuti\n al bancone e nessuno si è scusato." }), true},
		"a text that only the title of one carries": {post(func(m *data.Mention) { m.Title, m.Text = m.Text, "" }), true},
		"a word that anybody may write":             {post(func(m *data.Mention) { m.Author, m.URL, m.Text = data.Author{}, "", "Ottimo!" }), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := data.Twins(post(func(*data.Mention) {}), c.other); got != c.want {
				t.Errorf("Twins = %v, want %v", got, c.want)
			}
		})
	}
}

func TestTwinKey(t *testing.T) {
	key := func(url, text string) string { return data.TwinKey(&data.Mention{URL: url, Text: text}) }
	text := "Il consiglio comunale chiude il forno di via Roma per due giorni"
	same := key("https://www.news.test/a/1?utm_medium=mail&id=7#top", text)
	for name, c := range map[string]struct {
		url, text string
		want      bool
	}{
		"without www and campaign":   {"http://news.test/a/1/?id=7", text, true},
		"a snippet of the text":      {"https://news.test/a/1?id=7", text[:45] + "…", true},
		"another page":               {"https://news.test/a/2?id=7", text, false},
		"another text on the page":   {"https://news.test/a/1?id=7", "Un commento qualsiasi", false},
		"no address names nothing":   {"", text, false},
		"what is no address neither": {"non un indirizzo", text, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := key(c.url, c.text) == same; got != c.want {
				t.Errorf("same key: %v, want %v", got, c.want)
			}
		})
	}
}
