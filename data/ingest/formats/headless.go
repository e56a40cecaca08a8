package formats

import "slices"

// every asks whether all records are of a form. The last may be cut off and
// does not count, unless it is the only one.
func every(width int, form func(cells []string) bool) func(records [][]string) bool {
	return some(width, width, 1, form)
}

// some is every for tables in which the width varies and a share of the
// records may be damaged.
func some(least, most int, share float64, form func(cells []string) bool) func(records [][]string) bool {
	return func(records [][]string) bool {
		if len(records) > 1 {
			records = records[:len(records)-1]
		}
		fits := 0
		for _, cells := range records {
			if len(cells) >= least && len(cells) <= most && form(cells) {
				fits++
			}
		}
		return fits > 0 && float64(fits) >= share*float64(len(records))
	}
}

func among(cell string, words ...string) bool { return slices.Contains(words, cell) }

// isNumber tells whether a cell is a number of at least so many digits.
func isNumber(cell string, least int) bool {
	for i := range len(cell) {
		if cell[i] < '0' || cell[i] > '9' {
			return false
		}
	}
	return len(cell) >= least
}

// isFlag tells whether a cell is 0 or 1.
func isFlag(cell string) bool { return cell == "0" || cell == "1" }
