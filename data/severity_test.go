package data

import (
	"testing"
	"time"
)

func TestTheMatrixGivesTheLevel(t *testing.T) {
	for name, c := range map[string]struct {
		rating        SeverityRating
		points, level int
		raised        bool
	}{
		"nothing":                           {SeverityRating{}, 0, 0, false},
		"a single bad review":               {SeverityRating{Harm: 1, Responsibility: 1}, 3, 0, false},
		"one plausible food poisoning":      {SeverityRating{Harm: 3, Responsibility: 2}, 8, 2, false},
		"United 2017":                       {SeverityRating{4, 4, 2, 1}, 19, 4, false},
		"Taco Bell 2017":                    {SeverityRating{3, 3, 2, 0}, 14, 3, false},
		"Heineken 2018":                     {SeverityRating{3, 4, 2, 0}, 16, 4, false},
		"everything":                        {SeverityRating{4, 4, 2, 2}, 20, 4, false},
		"the most of L1":                    {SeverityRating{2, 1, 1, 0}, 7, 1, false},
		"the least of L2":                   {SeverityRating{2, 2, 0, 0}, 8, 2, false},
		"the most of L2":                    {SeverityRating{2, 3, 1, 0}, 11, 2, false},
		"the least of L3":                   {SeverityRating{2, 3, 2, 0}, 12, 3, false},
		"the most of L3":                    {SeverityRating{2, 4, 2, 1}, 15, 3, false},
		"danger that nobody has seen":       {SeverityRating{Harm: 3}, 6, 2, true},
		"an injury that nobody has seen":    {SeverityRating{Harm: 4}, 8, 3, true},
		"an injury in few mentions":         {SeverityRating{4, 1, 1, 0}, 11, 3, true},
		"an injury that is a crisis anyway": {SeverityRating{4, 2, 0, 0}, 12, 3, false},
		"no answers":                        {Unrated, 0, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := c.rating
			if r.Points() != c.points || r.Level() != c.level || r.Raised() != c.raised {
				t.Errorf("%d points, L%d, raised %v; want %d, L%d, %v", r.Points(), r.Level(), r.Raised(), c.points, c.level, c.raised)
			}
		})
	}
}

func TestOnlyAnswersThatThereAreAreComplete(t *testing.T) {
	for name, c := range map[string]struct {
		rating SeverityRating
		want   bool
	}{
		"all":            {SeverityRating{4, 4, 2, 2}, true},
		"none":           {Unrated, false},
		"no spread":      {SeverityRating{2, NotRated, 1, 0}, false},
		"too much harm":  {SeverityRating{Harm: 5}, false},
		"too much blame": {SeverityRating{Responsibility: 3}, false},
	} {
		if got := c.rating.Complete(); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAHigherLevelIsMoreUrgent(t *testing.T) {
	for level := 1; level <= MostSeverity; level++ {
		lower, higher := ClockOf(level-1), ClockOf(level)
		if higher.Look >= lower.Look || lower.Answer > 0 && higher.Answer >= lower.Answer || lower.Update > 0 && higher.Update >= lower.Update {
			t.Errorf("L%d %+v is no more urgent than L%d %+v", level, higher, level-1, lower)
		}
	}
	if ClockOf(4).Look != 0 || ClockOf(3).Answer != time.Hour || ClockOf(9) != ClockOf(4) || ClockOf(-1) != ClockOf(0) {
		t.Error("clocks are not those of the matrix")
	}
}
