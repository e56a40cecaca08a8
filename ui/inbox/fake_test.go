package inbox

import (
	"context"
	"errors"
	"slices"
	"time"

	"vedetta/data"
)

// memory is a desk whose mentions live in a slice, newest first. It is here
// for the cases that a real workspace cannot be brought into: an answer that
// never comes, a disk that refuses.
type memory struct {
	events data.Events
	rows   []data.Row
	fail   error
	pages  int // how often a page was asked for
	detail func(*data.Detail)

	evidence map[data.ID]data.Evidence
	attached []data.Attachment
	groups   map[data.ID]int // of copies
	unfolds  bool
	saved    []data.SavedView
	order    data.Order
	clock    time.Time
	parts    int // how often a change was made in parts
	today    data.Today
}

var errRefused = errors.New("refused")

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// mentions makes n mentions, a minute apart, their labels in turn, all new.
func mentions(n int) *memory {
	m := &memory{}
	for i := range n {
		at := noon.Add(-time.Duration(i) * time.Minute)
		m.rows = append(m.rows, data.Row{
			ID: data.ID(at.Unix() << 20), PublishedAt: at, Source: "google",
			Author: "Author", Snippet: "Text", Label: data.Labels[i%3],
		})
	}
	return m
}

func (m *memory) Events() *data.Events { return &m.events }

// Now is noon unless a test set the clock.
func (m *memory) Now() time.Time {
	if m.clock.IsZero() {
		return noon
	}
	return m.clock
}

func (m *memory) Zone() *time.Location { return time.UTC }

func (m *memory) matching(f data.Filter) []data.Row {
	var out []data.Row
	for _, r := range m.rows {
		if keeps(f, r, m.Now()) && f.Period.Contains(r.PublishedAt) {
			out = append(out, r)
		}
	}
	return out
}

func (m *memory) Page(_ context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error) {
	m.pages++
	if m.fail != nil {
		return nil, m.fail
	}
	rows := slices.DeleteFunc(m.matching(f), func(r data.Row) bool { return before > 0 && r.ID >= before })
	return rows[:min(n, len(rows))], nil
}

func (m *memory) Count(_ context.Context, f data.Filter, limit int) (int, error) {
	return min(len(m.matching(f)), limit+1), m.fail
}

func (m *memory) at(id data.ID) int {
	return slices.IndexFunc(m.rows, func(r data.Row) bool { return r.ID == id })
}

func (m *memory) Mention(_ context.Context, id data.ID) (data.Detail, error) {
	r := m.rows[m.at(id)]
	d := data.Detail{
		Mention: data.Mention{ID: r.ID, Author: data.Author{Name: r.Author}, Source: r.Source, Text: r.Snippet, PublishedAt: r.PublishedAt, URL: "https://example.org/1"},
		Triage:  data.Triage{Status: r.Status, Starred: r.Starred, Tags: r.Tags, Priority: r.Priority},
		Label:   r.Label, Snoozed: r.Snoozed,
	}
	if m.detail != nil {
		m.detail(&d)
	}
	return d, m.fail
}

func (m *memory) Tags(context.Context) ([]data.TagCount, error) {
	counts := map[string]int{}
	for _, r := range m.rows {
		for _, t := range r.Tags {
			counts[t]++
		}
	}
	var out []data.TagCount
	for tag, n := range counts {
		out = append(out, data.TagCount{Tag: tag, Mentions: n})
	}
	return out, m.fail
}

func (m *memory) StatusCounts(context.Context) (map[data.Status]int, error) {
	counts := map[data.Status]int{}
	for _, r := range m.rows {
		counts[r.Status]++
	}
	return counts, m.fail
}

// change alters rows and gives the function that puts the old ones back.
func (m *memory) change(ids []data.ID, alter func(*data.Row)) (undoing, error) {
	if m.fail != nil {
		return nil, m.fail
	}
	old := slices.Clone(m.rows)
	for _, id := range ids {
		alter(&m.rows[m.at(id)])
	}
	m.events.TriageChanged.Fire(ids)
	return func(context.Context) error {
		m.rows = old
		m.events.TriageChanged.Fire(ids)
		return nil
	}, nil
}

func (m *memory) SetStatus(_ context.Context, ids []data.ID, s data.Status) (undoing, error) {
	return m.change(ids, func(r *data.Row) { r.Status = s })
}

func (m *memory) SetLabel(_ context.Context, ids []data.ID, l *data.Label) (undoing, error) {
	return m.change(ids, func(r *data.Row) {
		if r.Overridden = l != nil; l != nil {
			r.Label = *l
		}
	})
}

func (m *memory) AddTag(_ context.Context, ids []data.ID, tag string) (undoing, error) {
	return m.change(ids, func(r *data.Row) { r.Tags = append(slices.Clone(r.Tags), tag) })
}

func (m *memory) RemoveTag(_ context.Context, ids []data.ID, tag string) (undoing, error) {
	return m.change(ids, func(r *data.Row) {
		r.Tags = slices.DeleteFunc(slices.Clone(r.Tags), func(t string) bool { return t == tag })
	})
}

func (m *memory) SetStarred(_ context.Context, ids []data.ID, on bool) (undoing, error) {
	return m.change(ids, func(r *data.Row) { r.Starred = on })
}

func (m *memory) SetNote(context.Context, data.ID, string) (undoing, error) {
	return m.change(nil, nil)
}

func (m *memory) Evidence(_ context.Context, id data.ID) (data.Evidence, error) {
	e, ok := m.evidence[id]
	if !ok {
		return e, &data.Error{Code: data.ErrNotFound}
	}
	return e, nil
}

func (m *memory) Attachments(context.Context, data.ID) ([]data.Attachment, error) {
	return m.attached, nil
}

func (m *memory) Attachment(context.Context, int64) ([]byte, error) { return []byte("PNG"), nil }

// heard notes what the presenter tells its face.
type heard struct {
	done, undone []string
	err          error
	focus, link  string
	copied       string
}

func (h *heard) ListChanged()         {}
func (h *heard) BulkChanged()         {}
func (h *heard) AskSnooze()           { h.focus = "snooze" }
func (h *heard) DetailChanged()       {}
func (h *heard) SideChanged()         {}
func (h *heard) Failed(err error)     { h.err = err }
func (h *heard) Done(what string)     { h.done = append(h.done, what) }
func (h *heard) Undone(what string)   { h.undone = append(h.undone, what) }
func (h *heard) FocusSearch()         { h.focus = "search" }
func (h *heard) FocusTag()            { h.focus = "tag" }
func (h *heard) OpenLink(link string) { h.link = link }
