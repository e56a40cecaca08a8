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
	// longestLate is how old a mention may be of which a row tells that its
	// answer is overdue; of older ones it tells how long they wait.
	longestLate = 30 * 24 * time.Hour
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
	if r.Priority != 0 {
		out.chips = append(out.chips, priorityChip(env, r.Priority))
	}
	for _, g := range r.Watched.Risks() {
		out.chips = append(out.chips, ChipText{"⚠ " + w.WatchGroup(g), ToneWarn})
	}
	for i, tag := range r.Tags[:min(len(r.Tags), rowTags)] {
		tone := TonePlain
		if i < len(r.TagColors) { // the person's change may be ahead of the store
			tone = TagTone(r.TagColors[i])
		}
		out.chips = append(out.chips, ChipText{Plain(OneLine(tag)), tone})
	}
	return out.with(env, r, now)
}

// priorityChip shows a priority given by hand.
func priorityChip(env *Env, priority int8) ChipText {
	if priority > 0 {
		return ChipText{"↑ " + env.Words.Text("kit.row.high"), ToneWarn}
	}
	return ChipText{"↓ " + env.Words.Text("kit.row.low"), TonePlain}
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
	case waits && !r.DueAt.IsZero() && now.Sub(r.PublishedAt) < longestLate:
		out.chips = append(out.chips, due(env, r.DueAt, now))
	case waits && r.Label == data.Negative:
		out.chips = append(out.chips, ChipText{w.Text("kit.row.unanswered", "Span", w.Span(now.Sub(r.PublishedAt))), ToneWarn})
	case !waits:
		out.chips = append(out.chips, ChipText{w.Status(r.Status), TonePlain})
	}
	if r.Snoozed.After(now) {
		out.chips = append(out.chips, ChipText{w.Text("kit.row.snoozed", "When", w.DateTime(r.Snoozed, env.zone())), TonePlain})
	}
	if r.Reach >= notableReach {
		out.chips = append(out.chips, ChipText{w.Text("kit.row.reach", "N", w.Number(r.Reach)), ToneWarn})
	}
	return out
}

// due tells when an answer is due, or by how much it is late.
func due(env *Env, at, now time.Time) ChipText {
	w := env.Words
	if late := now.Sub(at); late > 0 {
		return ChipText{w.Text("kit.row.overdue", "Span", w.Span(late)), ToneNegative}
	}
	return ChipText{w.Text("kit.row.due", "When", w.Soon(at, now, env.zone())), ToneWarn}
}
