package desk

import (
	"cmp"
	"context"
	"io"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/handover"
	"vedetta/data/job"
)

// SituationReport is the state of a crisis for a message.
func (d *Desk) SituationReport(ctx context.Context, issue int64, p Printing) (string, error) {
	t, err := d.gather(ctx, issue, p)
	if err != nil {
		return "", err
	}
	return p.Words.SituationText(t.CrisisFile), nil
}

// SituationPDF writes the state of a crisis on one page. As with all that is
// written here, the file appears when it is complete.
func (d *Desk) SituationPDF(ctx context.Context, issue int64, path string, p Printing) error {
	return d.printed(ctx, issue, path, p, p.Printer.Situation)
}

// CrisisReport writes everything about a crisis as PDF.
func (d *Desk) CrisisReport(ctx context.Context, issue int64, path string, p Printing) error {
	return d.printed(ctx, issue, path, p, p.Printer.Report)
}

func (d *Desk) printed(ctx context.Context, issue int64, path string, p Printing, draw func(io.Writer, data.CrisisFile, *assets.Words) error) error {
	t, err := d.gather(ctx, issue, p)
	if err != nil {
		return err
	}
	return replaceFile(ctx, path, func(to io.Writer, _ string) error { return draw(to, t.CrisisFile, p.Words) })
}

// PrintPlaybook writes a playbook on a page to be filled in by hand, in the
// words' language.
func (d *Desk) PrintPlaybook(ctx context.Context, book data.Playbook, path string, p Printing) error {
	profile, err := d.Profile(ctx)
	if err != nil {
		return err
	}
	return replaceFile(ctx, path, func(to io.Writer, _ string) error {
		return p.Printer.Playbook(to, book, profile.Business, d.Now(), d.Zone(), p.Words)
	})
}

// HandoverPack writes an archive with all that somebody needs who takes a
// crisis over: a page to begin with, the situation, the report, log, mentions,
// statements and how far the playbook is.
func (d *Desk) HandoverPack(ctx context.Context, issue int64, path string, p Printing, onProgress data.OnProgress) error {
	t, err := d.gather(ctx, issue, p)
	if err != nil {
		return err
	}
	files := d.handoverFiles(ctx, &t, p)
	counter := job.Count("progress.handover", int64(len(files)), onProgress)
	defer counter.Finish()
	return replaceFile(ctx, path, func(to io.Writer, _ string) error {
		return handover.Pack(to, files, t.MadeAt, func(n int) { counter.Set(int64(n)) })
	})
}

func (d *Desk) handoverFiles(ctx context.Context, t *told, p Printing) []handover.File {
	f, words := t.CrisisFile, p.Words
	others := []handover.File{
		{Key: "situation_pdf", Write: func(w io.Writer) error { return p.Printer.Situation(w, f, words) }},
		{Key: "situation_txt", Write: func(w io.Writer) error {
			_, err := io.WriteString(w, words.SituationText(f))
			return err
		}},
		{Key: "report", Write: func(w io.Writer) error { return p.Printer.Report(w, f, words) }},
		{Key: "log", Write: func(w io.Writer) error { return d.ExportCrisisLog(ctx, f.Issue, w, t.logWords(words)) }},
		{Key: "mentions", Write: func(w io.Writer) error { return d.handoverMentions(ctx, t, w, words) }},
		{Key: "statements", Write: func(w io.Writer) error { return handover.Statements(w, f, words) }},
		{Key: "playbook", Write: func(w io.Writer) error { return handover.Plan(w, f, words) }},
	}
	for i := range others {
		others[i].Name = words.Text("handover.file." + others[i].Key)
	}
	page := handover.File{Name: "index.html", Write: func(w io.Writer) error { return handover.Page(w, f, words, others) }}
	return append([]handover.File{page}, others...)
}

// logWords are the words of the log; what it says of authors is masked, its
// hashes are not.
func (t *told) logWords(words *assets.Words) LogWords {
	explain := words.Text("handover.log.explain")
	if t.mask != nil {
		explain += " " + words.Text("handover.log.masked")
	}
	return LogWords{
		Heading: oneLine(t.Title) + " · " + words.Text("handover.section.whole_log"), Explain: explain,
		Sound: words.Text("handover.log.sound"), Broken: words.Text("handover.log.broken"),
		Time: func(at time.Time) string { return words.DateTime(at, t.Zone) },
		Sentence: func(e data.LogEntry) string {
			if t.mask != nil {
				e = t.mask.Entry(e)
			}
			return words.LogEntry(e, t.Zone)
		},
	}
}

// handoverMentions writes the mentions of the crisis as a table for
// spreadsheets.
func (d *Desk) handoverMentions(ctx context.Context, t *told, w io.Writer, words *assets.Words) error {
	table, err := newCSVExport(w, words.Lang(), d.Zone())
	if err != nil {
		return err
	}
	err = d.store.Export(ctx, data.Filter{Issues: []int64{t.Issue}}, func(m *data.Mention) error {
		if t.mask != nil {
			t.mask.Mention(m, t.profile.IsOwn(m.Author))
		}
		return table.write(m)
	})
	_, finished := table.finish()
	return cmp.Or(err, finished)
}
