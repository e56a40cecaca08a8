package assets

import "vedetta/data"

// Copies says how many copies are folded into a row; empty for none.
func (w *Words) Copies(n int) string {
	switch {
	case n == 0:
		return ""
	case n >= data.MostCopies:
		return w.Text("copies.badge.many", "Count", w.Number(data.MostCopies))
	}
	return w.Count("copies.badge", n)
}

// Repeats says how much of some mentions is repetition; empty for none.
func (w *Words) Repeats(c data.Copies) string {
	if c.Mentions == 0 {
		return ""
	}
	return w.Count("copies.share", c.Texts, "Mentions", w.Number(int64(c.Mentions)))
}
