package main

import "time"

// surge is how many mentions the crisis adds, day by day from 14 October.
var surge = []int{78, 196, 104, 52, 27, 13}

// evening is the first day's rhythm: the photo is put up at 16:20.
var evening = []float64{16: 2, 17: 5, 18: 9, 19: 11, 20: 12, 21: 12, 22: 8, 23: 4}

// crisis brings the mentions of a sentence in a shop window and of refunds
// that nobody answers.
func crisis(d *dice) []*mention {
	var all []*mention
	for i, n := range surge {
		day := date{Time: day(time.October, 14+i)}
		for range n {
			m := &mention{at: day.timeOf(d)}
			if i == 0 {
				m.at = later(day.timeIn(d, evening), crisisStarts.Add(time.Duration(d.between(4, 40))*time.Minute))
			}
			angry(d, m)
			all = append(all, m)
		}
	}
	return all
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

func angry(d *dice, m *mention) {
	m.source = d.weighted([]weight{
		{"x", 37},
		{"instagram", 24},
		{"facebook", 16},
		{"google", 11},
		{"trustpilot", 5},
		{"news", 4},
		{"forum", 2.5},
		{"blog", 0.8},
	})
	m.lang = d.weighted([]weight{{"it", 87}, {"en", 13}})
	m.tone = d.weighted([]weight{{negative, 79}, {neutral, 12}, {positive, 9}})
	sorry := m.at.After(apology)
	switch m.source {
	case "news":
		m.theme = "news_crisis"
		if m.lang == "en" || (m.tone != negative && !sorry) || m.tone == positive {
			m.tone = negative
		}
		return
	case "blog":
		m.lang, m.tone, m.theme = "it", negative, "blog_crisis"
		return
	case "forum":
		m.lang, m.tone = "it", negative
	}
	if m.review() && m.tone == neutral {
		m.tone = negative // stars take a side
	}
	m.theme = angryTheme(d, m, sorry)
}

func angryTheme(d *dice, m *mention, sorry bool) string {
	switch {
	case m.tone == neutral && sorry:
		return "crisis_after"
	case m.tone == neutral:
		return "crisis"
	case m.tone == positive && sorry && d.chance(0.7):
		return "apology"
	case m.tone == positive:
		return "defend"
	case m.source == "trustpilot":
		return d.weighted([]weight{{"refund", 7}, {"sign", 3}})
	case sorry:
		return d.weighted([]weight{{"sign", 45}, {"refund", 32}, {"apology", 23}})
	}
	return d.weighted([]weight{{"sign", 68}, {"refund", 32}})
}
