package desk

import (
	"context"
	"time"

	"vedetta/data"
	"vedetta/data/detect"
)

// BackTest tells what a sensitivity would have done on the stored history,
// with all else as it is.
func (d *Desk) BackTest(ctx context.Context, s data.Sensitivity, on data.OnProgress) (data.BackTest, error) {
	p, err := d.plan(ctx)
	if err != nil {
		return data.BackTest{}, err
	}
	p.setup.Sensitivity, p.setup.Feedback = s, nil
	return d.backTest(ctx, p, on)
}

// BackTestRule tells when a rule of the person's own would have fired.
func (d *Desk) BackTestRule(ctx context.Context, r data.Rule, on data.OnProgress) (data.BackTest, error) {
	if _, err := data.ParseQuery(r.Query, d.Zone()); err != nil {
		return data.BackTest{}, err
	}
	p := &watchPlan{setup: detect.Setup{Zone: d.Zone(), Sensitivity: data.Normal, RulesOnly: true}}
	p.addRule(r, d.Zone())
	return d.backTest(ctx, p, on)
}

func (d *Desk) backTest(ctx context.Context, p *watchPlan, on data.OnProgress) (b data.BackTest, err error) {
	begun := time.Now()
	total, _, err := d.store.Size(ctx)
	if err != nil {
		return b, err
	}
	r := &replay{desk: d, plan: p, watch: detect.New(p.setup)}
	if r.cut, err = d.horizon(ctx); err != nil {
		return b, err
	}
	r.progress = func(read int) {
		if on != nil {
			on(data.Progress{Stage: "progress.backtest", Done: int64(read), Total: int64(total), Rows: read, Elapsed: time.Since(begun)})
		}
	}
	if err := r.run(ctx); err != nil {
		return b, err
	}
	if b.Days, err = d.Days(ctx, data.Filter{Period: data.Period{To: r.cut}}); err != nil {
		return b, err
	}
	if len(b.Days) > 0 {
		b.Period = data.Period{From: b.Days[0].Start, To: b.Days[len(b.Days)-1].End}
	}
	b.Fired, b.Took = r.watch.Found(r.cut).Incidents, time.Since(begun)
	return b, nil
}
