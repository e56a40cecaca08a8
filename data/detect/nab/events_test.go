package nab_test

import (
	"math"
	"testing"
	"time"

	"vedetta/data/detect/nab"
)

// fortnight is hourly: 336 rows, of which 50 are probation, with a window of
// rows 100 to 120 and two labels in it.
func fortnight() nab.Series {
	s := nab.Series{Name: "fortnight"}
	start := time.Date(2025, 3, 3, 0, 0, 0, 0, time.UTC)
	for h := range 336 {
		s.At = append(s.At, start.Add(time.Duration(h)*time.Hour))
		s.Value = append(s.Value, 1)
	}
	s.Windows = [][2]time.Time{{s.At[100], s.At[120]}}
	s.Labels = []time.Time{s.At[110], s.At[118]}
	return s
}

func TestEventsAreCounted(t *testing.T) {
	for name, c := range map[string]struct {
		rows         []int
		found, false int
		delay        time.Duration
	}{
		"nothing detected":                                {},
		"what falls into probation does not count":        {rows: []int{0, 49}},
		"the first row after probation counts":            {rows: []int{50}, false: 1},
		"both ends belong to the window":                  {rows: []int{100, 120}, found: 1, delay: -4 * time.Hour},   // -10 and 2
		"each label takes the detection nearest to it":    {rows: []int{113, 118}, found: 1, delay: 90 * time.Minute}, // 3 and 0
		"both labels take the only detection":             {rows: []int{113}, found: 1, delay: -time.Hour},            // 3 and -5
		"the rows beside the window are one false event":  {rows: []int{99, 121}, false: 1},
		"a day apart is one event":                        {rows: []int{200, 224}, false: 1},
		"more than a day apart are two":                   {rows: []int{200, 225}, false: 2},
		"a chain of less than a day each is one":          {rows: []int{200, 220, 240, 260}, false: 1},
		"a hit and a false event":                         {rows: []int{110, 200}, found: 1, false: 1, delay: -4 * time.Hour},
		"a hit does not join the false ones around it up": {rows: []int{95, 110, 121}, found: 1, false: 2, delay: -4 * time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			s := fortnight()
			detected := make([]bool, len(s.At))
			for _, row := range c.rows {
				detected[row] = true
			}
			got := nab.Count([]nab.Series{s}, [][]bool{detected})
			weeks := float64(335-50) / 24 / 7
			want := nab.Events{Windows: 1, Found: c.found, False: c.false, FalseAWeek: float64(c.false) / weeks, Delay: c.delay}
			if math.Abs(got.FalseAWeek-want.FalseAWeek) < 1e-12 {
				got.FalseAWeek = want.FalseAWeek
			}
			if got != want {
				t.Errorf("%+v, want %+v", got, want)
			}
		})
	}
}

func TestTheDelayIsTheMedianOverTheWindowsFound(t *testing.T) {
	var all []nab.Series
	var detected [][]bool
	for _, row := range []int{108, 111, 112, 0} { // -2, 1, 2 hours, not found
		s := fortnight()
		s.Labels = s.Labels[:1]
		flags := make([]bool, len(s.At))
		flags[row] = true
		all, detected = append(all, s), append(detected, flags)
	}
	if e := nab.Count(all, detected); e.Delay != time.Hour || e.Found != 3 || e.Windows != 4 {
		t.Errorf("%+v, want a delay of an hour in 3 of 4 windows", e)
	}
	if e := nab.Count(all[:2], detected[:2]); e.Delay != -30*time.Minute {
		t.Errorf("%v, want half an hour before", e.Delay)
	}
	if e := nab.Count(nil, nil); e != (nab.Events{}) {
		t.Errorf("nothing counted gives %+v", e)
	}
}
