package reports

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/charts/report"
	"vedetta/data"
	"vedetta/data/job"
)

// numbers is a desk that reports the same totals for any period. It is here
// to see what is asked for, and for a disk that refuses.
type numbers struct {
	events    data.Events
	workspace data.Workspace
	asked     data.Filter
	fail      error
}

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

func (n *numbers) Events() *data.Events { return &n.events }
func (n *numbers) Now() time.Time       { return noon }
func (n *numbers) Zone() *time.Location { return time.UTC }

func (n *numbers) Workspace(context.Context) (data.Workspace, error) { return n.workspace, n.fail }

func (n *numbers) Sources(context.Context) ([]data.SourceTotals, error) {
	return []data.SourceTotals{{Source: "google"}, {Source: "x"}}, n.fail
}

func (n *numbers) Report(_ context.Context, f data.Filter, _ string) (data.Report, error) {
	n.asked = f
	totals := data.Totals{Negative: 2, Neutral: 3, Positive: 5}
	return data.Report{
		Business: "Forno: Aurora", MadeAt: noon, Zone: time.UTC,
		Summary:  data.Summary{Filter: f, Now: totals},
		Timeline: data.Timeline{Step: data.Daily, Buckets: []data.Bucket{{Start: f.Period.From, End: f.Period.To, Totals: totals}}},
	}, n.fail
}

// heard notes what the presenter tells its face.
type heard struct {
	err          error
	opened, told string
}

func (h *heard) OptionsChanged()      {}
func (h *heard) PagesChanged()        {}
func (h *heard) Failed(err error)     { h.err = err }
func (h *heard) OpenFile(path string) { h.opened = path }
func (h *heard) Told(what string)     { h.told = what }

func started(t *testing.T) (*Presenter, *numbers, *heard) {
	t.Helper()
	d := &numbers{workspace: data.Workspace{Path: filepath.Join(t.TempDir(), "w.vedetta"), Last: noon, Mentions: 10}}
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), job.Inline{}, h)
	p.pause, p.dpi = 0, 24
	p.Start()
	t.Cleanup(p.Stop)
	return p, d, h
}

func day(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestPeriod(t *testing.T) {
	tests := map[string]struct {
		choose   func(*Presenter)
		newest   string
		from, to string
	}{
		"the last 7 days stand at the start":      {func(*Presenter) {}, "2026-11-25", "2026-11-19", "2026-11-26"},
		"30 days":                                 {func(p *Presenter) { p.SetSpan(SpanMonth) }, "2026-11-25", "2026-10-27", "2026-11-26"},
		"the last full month":                     {func(p *Presenter) { p.SetSpan(SpanFull) }, "2026-11-25", "2026-10-01", "2026-11-01"},
		"old mentions: it ends at the newest":     {func(*Presenter) {}, "2025-03-10", "2025-03-04", "2025-03-11"},
		"custom days are both included":           {func(p *Presenter) { p.SetDays(day("2026-11-02"), day("2026-11-03")) }, "2026-11-25", "2026-11-02", "2026-11-04"},
		"custom days the wrong way round":         {func(p *Presenter) { p.SetDays(day("2026-11-03"), day("2026-11-02")) }, "2026-11-25", "2026-11-02", "2026-11-04"},
		"custom begins with the period on screen": {func(p *Presenter) { p.SetSpan(SpanMonth); p.SetSpan(SpanCustom) }, "2026-11-25", "2026-10-27", "2026-11-26"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p, d, _ := started(t)
			d.workspace.Last = day(tt.newest)
			p.Refresh()
			tt.choose(p)
			want := data.Period{From: day(tt.from), To: day(tt.to)}
			if d.asked.Period != want {
				t.Errorf("asked for %v, want %v", d.asked.Period, want)
			}
		})
	}
}

func TestPreview(t *testing.T) {
	p, d, h := started(t)
	a4 := p.Pages()[0].Bounds()
	p.SetPaper(report.Letter)
	p.Pick([]int{1})
	if letter := p.Pages()[0].Bounds(); letter.Dy() >= a4.Dy() || letter.Dx() <= a4.Dx() {
		t.Errorf("Letter %v is not wider and lower than A4 %v", letter, a4)
	}
	if len(d.asked.Sources) != 1 || d.asked.Sources[0] != "x" || len(p.Picked()) != 1 {
		t.Errorf("asked for the sources %v", d.asked.Sources)
	}
	d.fail = errors.New("gone")
	p.SetLang("it")
	if h.err == nil || len(p.Pages()) == 0 {
		t.Errorf("error %v, %d pages: the old pages shall stay", h.err, len(p.Pages()))
	}
	d.fail = nil
	d.events.TriageChanged.Fire(nil)
	if h.err != nil {
		t.Errorf("the error stays after the next drawing: %v", h.err)
	}
}

func TestFiles(t *testing.T) {
	t.Run("saving writes a PDF", func(t *testing.T) {
		p, _, h := started(t)
		path := filepath.Join(t.TempDir(), "r.pdf")
		p.Save("r.pdf", create(path))
		if got, _ := os.ReadFile(path); !bytes.HasPrefix(got, []byte("%PDF-")) || h.told != "Saved as r.pdf" {
			t.Errorf("%d bytes, told %q", len(got), h.told)
		}
	})
	t.Run("a file that cannot be made is an error to act on", func(t *testing.T) {
		p, _, h := started(t)
		p.Save("r.pdf", func() (io.WriteCloser, error) { return nil, os.ErrPermission })
		if data.CodeOf(h.err) != data.ErrCannotWrite || h.told != "" {
			t.Errorf("error %v, told %q", h.err, h.told)
		}
	})
	t.Run("opening names the file after business and days", func(t *testing.T) {
		p, d, h := started(t)
		p.Open()
		want := filepath.Join(filepath.Dir(d.workspace.Path), "reports", "Forno Aurora 2026-11-19 2026-11-25.pdf")
		if h.opened != want {
			t.Errorf("opened %q, want %q", h.opened, want)
		}
		if _, err := os.Stat(want); err != nil {
			t.Error(err)
		}
	})
	t.Run("without a print command the viewer is opened", func(t *testing.T) {
		p, _, h := started(t)
		printed := ""
		p.print = func(_ context.Context, path string) (bool, error) { printed = path; return false, nil }
		p.Print()
		if h.opened != printed || printed == "" {
			t.Errorf("opened %q, printed %q", h.opened, printed)
		}
		h.opened = ""
		p.print = func(context.Context, string) (bool, error) { return true, nil }
		p.Print()
		if h.opened != "" || h.told != "Sent to the printer" {
			t.Errorf("opened %q, told %q", h.opened, h.told)
		}
	})
}
