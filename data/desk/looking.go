package desk

import (
	"context"
	"time"

	"vedetta/data"
)

// lookEvery is how often a desk that only looks asks whether something changed.
const lookEvery = 2 * time.Second

// OnlyLooks tells whether every change is refused because somebody else works
// in the workspace.
func (d *Desk) OnlyLooks() bool { return d.onlyLooks }

// look waits a while and tells the screens if the workspace was changed.
func (d *Desk) look(ctx context.Context) (int, error) {
	timer := time.NewTimer(lookEvery)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return 0, nil
	case <-timer.C:
	}
	v, err := d.store.Version(ctx)
	if err != nil || v == d.seen {
		return 1, nil // it may be read again the next time
	}
	if d.seen = v; v != 0 {
		d.tellAll()
	}
	return 1, nil
}

// tellAll tells the screens that anything may have changed.
func (d *Desk) tellAll() {
	e := &d.events
	for _, s := range []*data.Signal[struct{}]{
		&e.MentionsChanged, &e.ImportsChanged, &e.SettingsChanged, &e.IncidentsChanged,
		&e.IssuesChanged, &e.RulesChanged, &e.TemplatesChanged, &e.DrillsChanged,
	} {
		s.Fire(struct{}{})
	}
	e.TriageChanged.Fire(nil)
	e.RepliesChanged.Fire(nil)
}
