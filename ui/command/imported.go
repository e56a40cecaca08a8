package command

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"vedetta/data"
)

func (r *run) sayImported(i imported, dry bool) {
	w := r.words
	key := "command.imported"
	if dry {
		key = "command.would_import"
	}
	r.say(key, "File", i.name(), "Format", w.Text("format."+i.Format), "New", w.Number(int64(i.New)),
		"Known", w.Number(int64(i.Known)), "Rejected", w.Number(int64(i.Rejected)))
	for _, reason := range slices.Sorted(maps.Keys(i.Reasons)) {
		r.say("command.rejected", "Reason", w.Text("reason."+string(reason)), "N", w.Number(int64(i.Reasons[reason])))
	}
	if i.DamagedIDs {
		r.say("command.damaged_ids")
	}
	if i.DateOrder != data.DateOther {
		r.say("command.date_order." + string(i.DateOrder))
	}
	if i.Remembered {
		r.say("command.remembered")
	}
}

// sayCounts prints what would become of the rows: every row read is new, here
// already or rejected.
func (r *run) sayCounts(all []imported) error {
	w := r.words
	t := r.table()
	fmt.Fprintln(t)
	for _, key := range []string{"rows", "new", "known", "updated", "linked", "rejected", "repaired"} {
		fmt.Fprint(t, w.Text("command.head."+key), "\t")
	}
	fmt.Fprintln(t)
	var sum data.Counts
	for _, i := range all {
		r.countsRow(t, i.name(), data.Counts{
			Rows: i.Rows, New: i.New, Known: i.Known, Updated: i.Updated, Linked: i.Linked, Rejected: i.Rejected, Repaired: i.Repaired,
		}, &sum)
	}
	if len(all) > 1 {
		r.countsRow(t, w.Text("command.head.total"), sum, &data.Counts{})
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if len(all) > 1 {
		r.say("command.counted_alone")
	}
	return nil
}

// countsRow prints one line of counts and adds them to a sum. The name stands
// last: names are of any length.
func (r *run) countsRow(t io.Writer, name string, c data.Counts, sum *data.Counts) {
	for _, n := range []struct {
		of  int
		sum *int
	}{
		{c.Rows, &sum.Rows},
		{c.New, &sum.New},
		{c.Known, &sum.Known},
		{c.Updated, &sum.Updated},
		{c.Linked, &sum.Linked},
		{c.Rejected, &sum.Rejected},
		{c.Repaired, &sum.Repaired},
	} {
		*n.sum += n.of
		fmt.Fprint(t, r.words.Number(int64(n.of)), "\t")
	}
	fmt.Fprintln(t, " ", name)
}
