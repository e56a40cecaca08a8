package drill

import (
	"math"
	"slices"
	"time"

	"vedetta/data"
)

// The most points of each part; they add up to 100.
const (
	mostDetect   = 20
	mostSeverity = 15
	mostType     = 10
	mostHolding  = 20
	mostTone     = 10
	mostAnswered = 10
	mostOrder    = 5
	mostInjects  = 10
)

// Score compares what was done with what the drill expects. Each part that is
// not full has the key of what would have been better.
func Score(a Actions, d *Drill) data.DrillScore {
	s := data.DrillScore{Parts: []data.DrillPart{
		detected(a, d), severity(a, d), chosenType(a, d), holding(a, d), tone(a), answered(a), order(a), injects(a, d),
	}}
	for i := range s.Parts {
		p := &s.Parts[i]
		p.Got = math.Round(min(max(p.Got, 0), p.Most)*10) / 10
		s.Points += p.Got
		if p.Got == p.Most {
			p.Advice, p.Args = "", nil
		}
	}
	s.Points = math.Round(s.Points)
	return s
}

// inTime is all within the limit, nothing from so many times it on.
func inTime(took, limit time.Duration, times float64) float64 {
	if took <= limit {
		return 1
	}
	return max(0, 1-float64(took-limit)/(float64(limit)*(times-1)))
}

func minutes(t time.Duration) int { return int(math.Round(t.Minutes())) }

// detected is full within a quarter of the time the detectors may take.
func detected(a Actions, d *Drill) data.DrillPart {
	p := data.DrillPart{Key: "detect", Most: mostDetect}
	at := a.Noticed()
	if at.IsZero() {
		p.Advice = "detect.never"
		return p
	}
	took := max(0, at.Sub(d.T0))
	p.Got = p.Most * inTime(took, d.Expected.Detect/4, 8)
	p.Advice, p.Args = "detect.late", map[string]any{"Took": minutes(took), "Limit": minutes(d.Expected.Detect / 4)}
	return p
}

// severity takes the highest level that was given: a crisis is rated anew
// while it is closed.
func severity(a Actions, d *Drill) data.DrillPart {
	p := data.DrillPart{Key: "severity", Most: mostSeverity, Advice: "severity.never", Args: map[string]any{"Level": d.Expected.Level}}
	given := -1
	for _, r := range a.Ratings() {
		given = max(given, r.Level)
	}
	if given < 0 {
		return p
	}
	p.Got = p.Most * (1 - math.Abs(float64(given-d.Expected.Level))/2)
	p.Args["Given"] = given
	if p.Advice = "severity.low"; given > d.Expected.Level {
		p.Advice = "severity.high"
	}
	return p
}

// chosenType gives half for another type of the same cluster.
func chosenType(a Actions, d *Drill) data.DrillPart {
	p := data.DrillPart{Key: "type", Most: mostType, Args: map[string]any{"Type": string(d.Expected.Type)}}
	switch t := a.Type(); {
	case t == "":
		p.Advice = "type.never"
	case t == d.Expected.Type:
		p.Got = p.Most
	case clusters[t] == d.Expected.Cluster:
		p.Got, p.Advice = p.Most/2, "type.near"
	default:
		p.Advice = "type.wrong"
	}
	return p
}

// public are the statements for all since T0.
func public(a Actions) []Published {
	return slices.DeleteFunc(slices.Clone(a.Published()), func(s Published) bool { return s.Kind == data.StatementInternal })
}

func holding(a Actions, d *Drill) data.DrillPart {
	p := data.DrillPart{Key: "holding", Most: mostHolding, Advice: "holding.never", Args: map[string]any{"Limit": minutes(d.Expected.Holding)}}
	for _, s := range public(a) {
		if took := s.At.Sub(d.T0); took >= 0 {
			p.Got, p.Advice = p.Most*inTime(took, d.Expected.Holding, 6), "holding.late"
			p.Args["Took"] = minutes(took)
			return p
		}
	}
	return p
}

// tone loses a quarter for each warning that a statement still had, on
// average.
func tone(a Actions) data.DrillPart {
	p := data.DrillPart{Key: "tone", Most: mostTone, Advice: "tone.never"}
	all, left := a.Published(), 0
	for _, s := range all {
		left += s.Warnings
	}
	if len(all) > 0 {
		p.Got = p.Most * (1 - 0.25*float64(left)/float64(len(all)))
		p.Advice, p.Args = "tone.left", map[string]any{"N": left}
	}
	return p
}

// enoughAnswers is how many answers are asked for where very many wait: one
// person in one evening.
const enoughAnswers = 20

func answered(a Actions) data.DrillPart {
	p := data.DrillPart{Key: "answered", Most: mostAnswered, Advice: "answered.few"}
	all, n := a.Answerable(), 0
	for _, m := range all {
		if !m.Answered.IsZero() {
			n++
		}
	}
	wanted := min(len(all), enoughAnswers)
	p.Got = p.Most
	if wanted > 0 {
		p.Got = p.Most * float64(n) / float64(wanted)
	}
	p.Args = map[string]any{"N": n, "Wanted": wanted}
	return p
}

// order is the share of pairs answered in the right order: of two that both
// waited, the one with more priority first.
func order(a Actions) data.DrillPart {
	p := data.DrillPart{Key: "order", Most: mostOrder, Advice: "order.never"}
	done := slices.DeleteFunc(slices.Clone(a.Answerable()), func(m Answerable) bool { return m.Answered.IsZero() })
	slices.SortFunc(done, func(x, y Answerable) int { return x.Answered.Compare(y.Answered) })
	if len(done) == 0 {
		return p
	}
	right, pairs := 0, 0
	for i, first := range done {
		for _, later := range done[i+1:] {
			if later.At.After(first.Answered) || later.Answered.Equal(first.Answered) {
				continue
			}
			pairs++
			if first.Priority >= later.Priority {
				right++
			}
		}
	}
	p.Got, p.Advice = p.Most, "order.wrong"
	if pairs > 0 {
		p.Got = p.Most * float64(right) / float64(pairs)
	}
	p.Args = map[string]any{"Wrong": pairs - right, "Pairs": pairs}
	return p
}

// injects gives half for an answer that came late. Those that had not come
// when the run was ended, or ask for no answer, do not count.
func injects(a Actions, d *Drill) data.DrillPart {
	p := data.DrillPart{Key: "injects", Most: mostInjects, Advice: "injects.late"}
	given, asked, inTime, sum := a.Injects(), 0, 0, 0.0
	for _, i := range d.Injects {
		if i.Minutes == 0 || i.At.After(a.Until()) {
			continue
		}
		asked++
		switch answer, ok := given[i.Key]; {
		case !ok || answer.At.IsZero():
		case answer.At.Sub(i.At) <= time.Duration(i.Minutes)*time.Minute:
			inTime++
			sum++
		default:
			sum += 0.5
		}
	}
	p.Got = p.Most
	if asked > 0 {
		p.Got = p.Most * sum / float64(asked)
	}
	p.Args = map[string]any{"N": inTime, "Asked": asked}
	return p
}
