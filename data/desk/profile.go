package desk

import (
	"context"
	"encoding/json"

	"vedetta/data"
	"vedetta/data/store"
)

// Profile is what replies say about the business. Until the person gave it a
// name, that is the workspace's.
func (d *Desk) Profile(ctx context.Context) (p data.Profile, err error) {
	stored, err := d.store.Setting(ctx, store.SettingProfile)
	if err != nil {
		return p, err
	}
	if stored != "" {
		if err := json.Unmarshal([]byte(stored), &p); err != nil {
			return p, err
		}
	}
	if p.Business == "" {
		p.Business, err = d.store.Setting(ctx, store.SettingName)
	}
	return p, err
}

// SetProfile stores what replies say about the business.
func (d *Desk) SetProfile(ctx context.Context, p data.Profile) (Undo, error) {
	p = p.Trimmed()
	if name, err := d.store.Setting(ctx, store.SettingName); err != nil {
		return nil, err
	} else if p.Business == name {
		p.Business = "" // it follows the workspace's
	}
	told, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	before, err := d.store.Setting(ctx, store.SettingProfile)
	if err != nil {
		return nil, err
	}
	put := func(ctx context.Context, value string) error {
		return d.changedTemplates(d.store.SetSetting(ctx, store.SettingProfile, value))
	}
	return func(ctx context.Context) error { return put(ctx, before) }, put(ctx, string(told))
}
