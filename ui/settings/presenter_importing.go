package settings

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
)

// importing is what is set about files to come.
type importing struct {
	folder  data.WatchedFolder
	keeps   bool // the rows that were read, as evidence
	sources []string
	zones   map[string]*time.Location
}

// sourcesShown bounds the list of sources: a file can bring thousands of
// names.
const sourcesShown = 30

func readImporting(ctx context.Context, d Desk) (i importing, err error) {
	if i.folder, err = d.WatchedFolder(ctx); err != nil {
		return i, err
	}
	if i.keeps, err = d.KeepsEvidence(ctx); err != nil {
		return i, err
	}
	i.zones = d.SourceZones()
	totals, err := d.Sources(ctx)
	if err != nil {
		return i, err
	}
	for source := range i.zones {
		i.sources = append(i.sources, source)
	}
	slices.Sort(i.sources)
	for _, t := range totals {
		if !slices.Contains(i.sources, t.Source) && len(i.sources) < sourcesShown {
			i.sources = append(i.sources, t.Source)
		}
	}
	return i, nil
}

// Watched is the watched folder.
func (p *Presenter) Watched() data.WatchedFolder { return p.importing.folder }

// KeepsEvidence tells whether imports keep the rows they read.
func (p *Presenter) KeepsEvidence() bool { return p.importing.keeps }

// SetKeepsEvidence decides that for imports to come.
func (p *Presenter) SetKeepsEvidence(on bool) {
	if on != p.importing.keeps {
		p.store(func(ctx context.Context) error { return p.desk.SetKeepsEvidence(ctx, on) })
	}
}

// Sources are those that can have a zone of their own: first those that do,
// then the others, the most frequent first.
func (p *Presenter) Sources() []string { return p.importing.sources }

// SourceZone is the place of a source's own zone among the zones to choose
// from; -1 when it has none.
func (p *Presenter) SourceZone(source string) (zones []string, chosen int) {
	if zone := p.importing.zones[source]; zone != nil {
		return among(zone.String())
	}
	return data.Zones, -1
}

// SetSourceZone gives a source a zone of its own; "" takes it back.
func (p *Presenter) SetSourceZone(source, zone string) {
	p.store(func(ctx context.Context) error { return p.desk.SetSourceZone(ctx, source, zone) })
}
