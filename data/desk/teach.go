package desk

import (
	"context"
	"strconv"

	"vedetta/data"
	"vedetta/data/sentiment"
	"vedetta/data/store"
)

// mostLessons is how many of the newest corrections the model learns from.
const mostLessons = 1_000

// teachNext learns from the person's corrections when there are twenty more
// than the last time. What is learnt is used only where it labels corrections
// that were held back better than the shipped model does.
func (d *Desk) teachNext(ctx context.Context) (int, error) {
	n, err := d.store.Corrections(ctx)
	if err != nil {
		return 0, err
	}
	tried, err := d.store.Setting(ctx, store.SettingTaught)
	if err != nil {
		return 0, err
	}
	last, _ := strconv.Atoi(tried) // none is 0
	if n < last+data.EnoughCorrections {
		return 0, nil
	}
	_, err = d.Teach(ctx)
	return 0, err
}

// Teach learns from all corrections now and tells how it went: Way is empty
// when nothing tried labelled the corrections held back better.
func (d *Desk) Teach(ctx context.Context) (data.ModelInfo, error) {
	read, err := d.store.Lessons(ctx, mostLessons)
	if err != nil {
		return data.ModelInfo{}, err
	}
	given := 0
	for i := range read {
		if read[i].Given {
			given++
		}
	}
	info := data.ModelInfo{Name: sentiment.Shipped().Name, Corrections: given}
	adaptation, trial := sentiment.Shipped().Adapt(lessonsFrom(read))
	info.Before, info.After = trial.Before, trial.After
	if adaptation != nil {
		text, err := adaptation.Encode()
		if err != nil {
			return info, err
		}
		info.Adaptation, info.Way = string(text), string(trial.Way)
		if info.ID, err = d.store.AddModel(ctx, info); err != nil {
			return info, err
		}
		info.InUse = true
		d.use(info, d.labels.Load().watch)
		d.modelChanged()
	}
	if err := d.store.SetSetting(ctx, store.SettingTaught, strconv.Itoa(given)); err != nil {
		return info, err
	}
	d.events.Taught.Fire(info)
	return info, nil
}

// Corrections counts the labels that the person gave outside of audits, and
// how many more it takes until the model learns again.
func (d *Desk) Corrections(ctx context.Context) (given, missing int, err error) {
	if given, err = d.store.Corrections(ctx); err != nil {
		return 0, 0, err
	}
	tried, err := d.store.Setting(ctx, store.SettingTaught)
	last, _ := strconv.Atoi(tried)
	return given, max(0, last+data.EnoughCorrections-given), err
}
