package desk

import (
	"context"

	"vedetta/data"
	"vedetta/data/ingest"
)

// opener opens a file as a plan says, wherever the file lies.
type opener func(plan data.Plan) (*ingest.File, error)

// openPath opens the file at the plan's path.
func (d *Desk) openPath(plan data.Plan) (*ingest.File, error) { return ingest.Open(plan, d.Zone()) }

// openRemembered opens a file and completes the plan with what the person has
// decided for files with the same header; taken tells whether there was such
// a choice. A choice that does not fit this file is passed over.
func (d *Desk) openRemembered(ctx context.Context, plan data.Plan, open opener) (f *ingest.File, full data.Plan, taken bool, err error) {
	f, err = open(plan)
	if err != nil {
		return nil, plan, false, err
	}
	full, ok, err := d.remembered(ctx, plan, f.Recognition().Header)
	if err != nil || !ok {
		return f, plan, false, err
	}
	again, err := open(full)
	if err != nil {
		return f, plan, false, nil
	}
	return again, full, true, f.Close()
}
