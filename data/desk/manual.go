package desk

import (
	"context"
	"net/url"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/ingest"
	"vedetta/data/store"
)

// AddMention adds a mention that the person types in, with an import of its
// own that can be undone. One that is here already, from an export or typed
// in before, is not added again. Errors: ErrMentionNoText, ErrMentionDate,
// ErrMentionURL, those of a screenshot that cannot be kept, ErrImportBusy.
func (d *Desk) AddMention(ctx context.Context, typed data.ManualMention) (data.AddedMention, error) {
	var added data.AddedMention
	if err := checkTyped(typed, d.Now()); err != nil {
		return added, err
	}
	var shot attachment
	if typed.Screenshot != "" {
		var err error
		if shot, err = readAttachment(typed.Screenshot); err != nil {
			return added, err
		}
	}
	if !d.importing.TryLock() {
		return added, data.Errorf(data.ErrImportBusy, "adding a mention")
	}
	defer d.importing.Unlock()
	m := ingest.Manual(typed)
	d.labels.Load().label(&m)
	var err error
	if added.Import, err = d.importTyped(ctx, m); err != nil {
		return added, err
	}
	known, err := d.store.Known(ctx, []data.Mention{m})
	if err != nil {
		return added, err
	}
	added.ID, added.Known = known[store.KeyOf(&m)].ID, added.Import.New == 0
	if shot.kind == "" {
		return added, nil
	}
	return added, d.store.Attach(ctx, added.ID, shot.name, shot.kind, shot.content)
}

func (d *Desk) importTyped(ctx context.Context, m data.Mention) (data.Import, error) {
	id, err := d.store.BeginImport(ctx, "", data.FormatManual, nil)
	if err != nil {
		return data.Import{}, err
	}
	const namedByContent = true
	if err = d.store.PrepareTwins(ctx, id, namedByContent); err == nil {
		_, err = d.store.AddBatch(ctx, &store.Batch{Import: id, Mentions: []data.Mention{m}})
	}
	return d.finishImport(context.WithoutCancel(ctx), id, err)
}

// checkTyped finds what is missing or wrong in a typed mention. A day of
// grace lets the clocks of two zones disagree.
func checkTyped(typed data.ManualMention, now time.Time) error {
	switch {
	case strings.TrimSpace(typed.Text) == "":
		return data.Errorf(data.ErrMentionNoText, "no text")
	case typed.PublishedAt.IsZero() || typed.PublishedAt.After(now.AddDate(0, 0, 1)):
		return data.Errorf(data.ErrMentionDate, "published at %v", typed.PublishedAt)
	case strings.TrimSpace(typed.URL) == "":
		return nil
	}
	u, err := url.Parse(strings.TrimSpace(typed.URL))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return data.Errorf(data.ErrMentionURL, "address %q", typed.URL).With("What", typed.URL)
	}
	return nil
}
