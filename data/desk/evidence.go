package desk

import (
	"context"

	"vedetta/data"
	"vedetta/data/store"
)

const evidenceOff = "off"

// KeepsEvidence tells whether imports keep the rows they read.
func (d *Desk) KeepsEvidence(ctx context.Context) (bool, error) {
	setting, err := d.store.Setting(ctx, store.SettingEvidence)
	return setting != evidenceOff, err
}

// SetKeepsEvidence decides whether imports from now on keep the rows they
// read. What is kept stays.
func (d *Desk) SetKeepsEvidence(ctx context.Context, keep bool) error {
	setting := evidenceOff
	if keep {
		setting = "on"
	}
	return d.changedSettings(d.store.SetSetting(ctx, store.SettingEvidence, setting))
}

// Evidence reads the row of which a mention was made; data.ErrNotFound if its
// import kept none.
func (d *Desk) Evidence(ctx context.Context, id data.ID) (data.Evidence, error) {
	return d.store.Evidence(ctx, id)
}
