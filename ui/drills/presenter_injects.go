package drills

import "time"

// Inject is an inject that has come.
type Inject struct {
	Key, Kind, Title, When, Text string
	Asks                         bool   // it wants an answer
	Within                       string // by when
	Late                         bool
	Answer                       string // what was answered
	Wanted                       string // what would be a good answer; told once there is one
}

// Injects lists those that have come, newest first.
func (b *Bar) Injects() (out []Inject) {
	lang, zone := b.words.Lang(), b.run.Drill.Zone
	for _, i := range b.run.Here() {
		card := Inject{
			Key: i.Key, Kind: b.words.Text("drills.kind." + i.Kind), Title: i.Title.In(lang), Text: i.Text.In(lang),
			When: b.words.Date(i.At, zone) + " " + b.words.Clock(i.At, zone), Asks: i.Minutes > 0,
		}
		if card.Asks {
			due := i.At.Add(time.Duration(i.Minutes) * time.Minute)
			card.Within, card.Late = b.words.Clock(due, zone), b.run.Clock.Now().After(due)
		}
		if text, at := b.run.AnswerTo(i.Key); !at.IsZero() {
			card.Answer, card.Wanted = text, i.Wanted.In(lang)
		}
		out = append(out, card)
	}
	return out
}

// Open counts the injects that wait for an answer.
func (b *Bar) Open() (n int) {
	for _, i := range b.Injects() {
		if i.Asks && i.Answer == "" {
			n++
		}
	}
	return n
}

// Waiting is the inject to show: the oldest that wants an answer, else the
// newest that was not read; those put off are left out.
func (b *Bar) Waiting() (Inject, bool) {
	all := b.Injects()
	for n := len(all) - 1; n >= 0; n-- {
		if i := all[n]; i.Asks && i.Answer == "" && !b.away[i.Key] {
			return i, true
		}
	}
	for _, i := range all {
		if !i.Asks && !b.away[i.Key] {
			return i, true
		}
	}
	return Inject{}, false
}

// Dismiss puts an inject off, or takes note of one that asks nothing.
func (b *Bar) Dismiss(key string) {
	b.away[key] = true
	b.face.InjectsChanged()
}

// Recall brings an inject back that was put off.
func (b *Bar) Recall(key string) {
	delete(b.away, key)
	b.face.InjectsChanged()
}
