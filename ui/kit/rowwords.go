package kit

import (
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

const (
	// rowTags is how many tags a row shows.
	rowTags = 3
	// notableReach is from where on a row tells how many people were reached.
	notableReach = 1000
)

// rowWords is what a row says.
type rowWords struct {
	author, meta, snippet string
	chips                 []ChipText
	copies                string // how many are folded into it
}

func wordsOf(env *Env, r data.Row, now time.Time) rowWords {
	w := env.Words
	out := rowWords{
		author:  Plain(OneLine(r.Author)),
		meta:    w.Source(r.Source) + " · " + w.Ago(r.PublishedAt, now, env.zone()),
		copies:  w.Copies(r.Copies),
		snippet: strings.ReplaceAll(Plain(OneLine(r.Snippet)), string(hairSpace), ""),
	}
	if out.author == "" {
		out.author = w.Text("kit.row.nobody")
	}
	if r.Starred {
		out.meta = "★ " + out.meta
	}
	out.chips = append(out.chips, ChipText{labelOf(env, r), ToneOf(r.Label)})
	for _, g := range r.Watched.Risks() {
		out.chips = append(out.chips, ChipText{"⚠ " + w.WatchGroup(g), ToneWarn})
	}
	for _, tag := range r.Tags[:min(len(r.Tags), rowTags)] {
		out.chips = append(out.chips, ChipText{Plain(OneLine(tag)), TonePlain})
	}
	return out.with(env, r, now)
}

// labelOf is the label with who gave it, where that was not the model, or that
// the model is not sure.
func labelOf(env *Env, r data.Row) string {
	label := env.Words.Label(r.Label)
	switch {
	case r.Overridden:
		return env.Words.Text("kit.row.by_hand", "Label", label)
	case r.Uncertain:
		return env.Words.Text("kit.row.uncertain", "Label", label)
	}
	return label
}

// with adds what makes a mention pressing.
func (out rowWords) with(env *Env, r data.Row, now time.Time) rowWords {
	w := env.Words
	switch waits := slices.Contains(data.Unanswered, r.Status); {
	case waits && r.Label == data.Negative:
		out.chips = append(out.chips, ChipText{w.Text("kit.row.unanswered", "Span", w.Span(now.Sub(r.PublishedAt))), ToneWarn})
	case !waits:
		out.chips = append(out.chips, ChipText{w.Status(r.Status), TonePlain})
	}
	if r.Reach >= notableReach {
		out.chips = append(out.chips, ChipText{w.Text("kit.row.reach", "N", w.Number(r.Reach)), ToneWarn})
	}
	return out
}
