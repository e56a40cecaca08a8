package desk

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/handover"
)

// Printer draws pages about a crisis. Package charts/report has one; the desk
// knows no charts.
type Printer interface {
	Situation(w io.Writer, f data.CrisisFile, words *assets.Words) error
	Report(w io.Writer, f data.CrisisFile, words *assets.Words) error
	Playbook(w io.Writer, p data.Playbook, business string, madeAt time.Time, zone *time.Location, words *assets.Words) error
}

// Printing is how something about a crisis is written for people.
type Printing struct {
	Words   *assets.Words
	Printer Printer
	Named   bool // authors are named; without it they have pseudonyms
}

// told is a crisis with those who wrote about it.
type told struct {
	data.CrisisFile
	profile data.Profile
	quoted  map[data.ID]data.Author // of the voices
	mask    *handover.Masker        // nil where authors are named
}

// CrisisFile gathers all that is to be told of a crisis.
func (d *Desk) CrisisFile(ctx context.Context, issue int64, p Printing) (data.CrisisFile, error) {
	t, err := d.gather(ctx, issue, p)
	return t.CrisisFile, err
}

func (d *Desk) gather(ctx context.Context, issue int64, p Printing) (t told, err error) {
	f := &t.CrisisFile
	t.quoted = map[data.ID]data.Author{}
	f.MadeAt, f.Zone = d.Now(), d.Zone()
	if f.Crisis, err = d.store.Crisis(ctx, issue); err != nil {
		return t, err
	}
	if t.profile, err = d.Profile(ctx); err != nil {
		return t, err
	}
	f.Business = t.profile.Business
	for _, part := range []func(context.Context, *data.CrisisFile, Printing) error{d.gatherNumbers, d.gatherRoom} {
		if err = part(ctx, f, p); err != nil {
			return t, err
		}
	}
	authors, err := d.gatherMentions(ctx, &t)
	if err != nil || p.Named {
		return t, err
	}
	t.mask = handover.NewMasker(p.Words, authors, t.profile)
	for i, v := range f.Voices {
		f.Voices[i].Author = t.mask.Author(t.quoted[v.ID])
	}
	*f = t.mask.File(*f)
	return t, nil
}

// gatherNumbers fills in what is counted.
func (d *Desk) gatherNumbers(ctx context.Context, f *data.CrisisFile, _ Printing) (err error) {
	if f.Numbers, err = d.numbersOf(ctx, f.Crisis); err != nil {
		return err
	}
	if f.Series.Buckets, err = d.CrisisSeries(ctx, f.Issue); err != nil {
		return err
	}
	f.Series.Step = data.Daily
	if b := f.Series.Buckets; len(b) > 0 && b[0].End.Sub(b[0].Start) <= time.Hour {
		f.Series.Step = data.Hourly
	}
	f.Criteria, _, err = d.StandDown(ctx, f.Issue)
	return err
}

// gatherRoom fills in what was done and written down.
func (d *Desk) gatherRoom(ctx context.Context, f *data.CrisisFile, p Printing) (err error) {
	if f.Playbook != "" {
		// One that is gone has no name, but its steps are there.
		book, err := d.playbook(ctx, f.Playbook, p.Words.Lang())
		if err != nil && data.CodeOf(err) != data.ErrNotFound {
			return err
		}
		f.PlaybookName = book.Name
	}
	if f.Steps, err = d.store.CrisisSteps(ctx, f.Issue); err != nil {
		return err
	}
	if f.Log, err = d.CrisisLog(ctx, f.Issue); err != nil {
		return err
	}
	slices.Reverse(f.Log)
	return d.gatherPublic(ctx, f)
}

// gatherPublic fills in what was said in public, and to whom, with what changed
// around it.
func (d *Desk) gatherPublic(ctx context.Context, f *data.CrisisFile) (err error) {
	for _, part := range []func() error{
		func() error { f.Statements, err = d.store.Statements(ctx, f.Issue); return err },
		func() error { f.Claims, err = d.CountedClaims(ctx, f.Issue); return err },
		func() error { f.Questions, err = d.store.Questions(ctx, f.Issue); return err },
		func() error { f.Stakeholders, err = d.store.Stakeholders(ctx, f.Issue); return err },
		func() error { f.Promises, err = d.store.Promises(ctx, f.Issue); return err },
		func() error { f.Review, _, err = d.store.Review(ctx, f.Issue); return err },
		func() error { f.Effects, err = d.StatementEffects(ctx, f.Issue); return err },
	} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// voices is how many people are quoted.
const voices = 3

// gatherMentions counts the mentions of the crisis, picks those quoted and lists
// the authors, oldest first.
func (d *Desk) gatherMentions(ctx context.Context, t *told) (authors []data.Author, err error) {
	seen := map[data.Author]bool{}
	err = d.store.Export(ctx, data.Filter{Issues: []int64{t.Issue}}, func(m *data.Mention) error {
		label := m.Sentiment.Label
		if m.Work.Override != nil {
			label = *m.Work.Override
		}
		t.Mentions.Add(label, 1)
		if t.profile.IsOwn(m.Author) {
			return nil
		}
		if label == data.Negative {
			t.quote(m)
		}
		a := m.Author
		if a.Followers = 0; !seen[a] {
			seen[a], authors = true, append(authors, a)
		}
		return nil
	})
	slices.Reverse(authors)
	return authors, err
}

// quote keeps a mention among those with the largest reach.
func (t *told) quote(m *data.Mention) {
	reach := max(m.Engagement.Reach, m.Engagement.Views, m.Author.Followers, 0)
	at := slices.IndexFunc(t.Voices, func(r data.Row) bool { return r.Reach < reach })
	if at < 0 {
		at = len(t.Voices)
	}
	t.Voices = slices.Insert(t.Voices, at, data.Row{
		ID: m.ID, Source: m.Source, Author: m.Author.Shown(), Snippet: firstRunes(oneLine(strings.TrimSpace(m.Title+" "+m.Text)), data.SnippetRunes),
		PublishedAt: m.PublishedAt, Label: data.Negative, Reach: reach,
	})
	t.Voices = t.Voices[:min(len(t.Voices), voices)]
	t.quoted[m.ID] = m.Author
}

func firstRunes(s string, n int) string {
	all := []rune(s)
	if len(all) <= n {
		return s
	}
	return string(all[:n-1]) + "…"
}
