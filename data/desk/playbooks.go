package desk

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"vedetta/data"
	"vedetta/data/crisis"
)

// Playbooks lists the playbooks in a language: in the person's wording where
// there is one, with those of the person's own at the end.
func (d *Desk) Playbooks(ctx context.Context, lang string) ([]data.Playbook, error) {
	all := crisis.Playbooks(lang)
	own, err := d.store.Playbooks(ctx, lang, "")
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, p := range own { // newest first
		if seen[p.Key] {
			continue
		}
		seen[p.Key] = true
		n := slices.IndexFunc(all, func(b data.Playbook) bool { return b.Key == p.Key })
		if n < 0 {
			all = append(all, p)
			continue
		}
		p.Types = all[n].Types
		all[n] = p
	}
	return all, nil
}

// PlaybookVersions lists the wordings of a playbook, the newest first and the
// built-in one last.
func (d *Desk) PlaybookVersions(ctx context.Context, lang, key string) ([]data.Playbook, error) {
	all, err := d.store.Playbooks(ctx, lang, key)
	if err != nil {
		return nil, err
	}
	if p, ok := crisis.PlaybookOf(lang, key); ok {
		for n := range all {
			all[n].Types = p.Types
		}
		all = append(all, p)
	}
	return all, nil
}

// SavePlaybook keeps the person's wording of a playbook as its newest version;
// crises that have its steps already are not changed. ErrPlaybookEmpty without
// a name or a step.
func (d *Desk) SavePlaybook(ctx context.Context, p data.Playbook) (Undo, error) {
	p.Key, p.Name = strings.TrimSpace(p.Key), oneLine(strings.ToValidUTF8(p.Name, ""))
	steps := []data.PlaybookStep{}
	for _, s := range p.Steps {
		s.Title, s.Owner = oneLine(strings.ToValidUTF8(s.Title, "")), oneLine(strings.ToValidUTF8(s.Owner, ""))
		s.Why = strings.TrimSpace(strings.ToValidUTF8(s.Why, ""))
		s.Minutes = min(max(s.Minutes, 0), mostStepMinutes)
		if s.Title != "" {
			steps = append(steps, s)
		}
	}
	if p.Key == "" || p.Name == "" || len(steps) == 0 {
		return nil, data.Errorf(data.ErrPlaybookEmpty, "playbook %q", p.Key)
	}
	slices.SortStableFunc(steps, func(a, b data.PlaybookStep) int {
		return cmp.Compare(slices.Index(data.Phases[:], a.Phase), slices.Index(data.Phases[:], b.Phase))
	})
	p.Steps = keyed(steps)
	id, err := d.store.AddPlaybook(ctx, p)
	if err != nil {
		return nil, err
	}
	d.events.CrisesChanged.Fire(struct{}{})
	return func(ctx context.Context) error {
		err := d.store.DropPlaybook(ctx, id)
		d.events.CrisesChanged.Fire(struct{}{})
		return err
	}, nil
}

// keyed gives new steps a key of their own: one without would pass for a step
// that was added during a crisis.
func keyed(steps []data.PlaybookStep) []data.PlaybookStep {
	taken := map[string]bool{}
	for _, s := range steps {
		taken[s.Key] = true
	}
	for n := range steps {
		for i := n + 1; steps[n].Key == ""; i++ {
			if key := "own_" + strconv.Itoa(i); !taken[key] {
				taken[key], steps[n].Key = true, key
			}
		}
	}
	return steps
}
