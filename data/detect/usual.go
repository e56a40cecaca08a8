package detect

import "math"

// usual is what a stream usually has in an hour: a level, times the pattern of
// the week, times the pattern of the day; and how much days vary beyond chance
// (spec/detection.md 4.2).
type usual struct {
	// Decayed sums of day totals, each divided by its weekday's share, and their
	// weights; the prior is in them.
	total, weight float64
	week          [7]pattern // by weekday from Sunday: sums of day / level
	hours         [24]float64
	excess, days  float64 // dispersion: decayed sums
	learnt        int     // days
}

type pattern struct{ sum, weight float64 }

// learning is how a usual learns; the prior is so many counts a day, worth
// priorDays days.
type learning struct {
	prior    float64
	halfLife float64 // of the level, in days
}

var (
	learnVolume    = learning{prior: 5, halfLife: 14}
	learnNegatives = learning{prior: 1, halfLife: 28}
)

const (
	priorDays     = 2
	weekPrior     = 3
	weekHalfLife  = 8 // weeks
	hoursHalfLife = 56
	firstDays     = 3 // are taken as they are: nothing tells yet what is too much
	phiPrior      = 0.25
	phiWeight     = 14 // days that the prior of the dispersion is worth
	phiHalfLife   = 28
	phiLeast      = 0.02
	phiMost       = 2
)

func newUsual(l learning) usual { return usual{total: priorDays * l.prior, weight: priorDays} }

// level is the usual count of a day.
func (u *usual) level() float64 { return u.total / u.weight }

// ofDay is the usual count of a weekday.
func (u *usual) ofDay(weekday int) float64 { return u.level() * u.share(weekday) }

func (u *usual) share(weekday int) float64 {
	p := u.week[weekday]
	return (p.sum + weekPrior) / (p.weight + weekPrior)
}

// profile is the part of a day that each hour usually has; even when mentions
// come without hours.
func (u *usual) profile(even bool) (part [24]float64) {
	sum := 24.0
	for _, h := range u.hours {
		sum += h
	}
	for i := range part {
		part[i] = 1.0 / 24
		if !even {
			part[i] = (u.hours[i] + 1) / sum
		}
	}
	return part
}

// phi is the dispersion: the variance of a day is mean + phi mean².
func (u *usual) phi() float64 {
	return math.Min(math.Max((phiPrior*phiWeight+u.excess)/(phiWeight+u.days), phiLeast), phiMost)
}

// learn takes a day: its count in each hour, and the part of the day that was
// seen. What was not seen is scaled up; of less than half nothing is learnt.
func (u *usual) learn(weekday int, hours *[24]float64, seen float64, l learning) {
	if seen < 0.5 {
		return
	}
	day := 0.0
	for _, h := range hours {
		day += h
	}
	day /= seen
	share, expected := u.share(weekday), u.ofDay(weekday)
	level := u.level()

	clipped := day
	if u.learnt >= firstDays {
		clipped = math.Min(day, 3*expected+5)
	}
	keep := math.Pow(0.5, 1.0/phiHalfLife)
	trust := phiTrust(expected)
	u.excess = u.excess*keep + trust*((clipped-expected)*(clipped-expected)-expected)/(expected*expected)
	u.days = u.days*keep + trust

	keep = math.Pow(0.5, 1/l.halfLife)
	u.total, u.weight = u.total*keep+clipped/share, u.weight*keep+1

	keep = math.Pow(0.5, 1.0/weekHalfLife)
	if p := &u.week[weekday]; u.learnt >= firstDays { // before, the level is not known
		p.sum, p.weight = p.sum*keep+clipped/level, p.weight*keep+1
	}

	keep = math.Pow(0.5, 1.0/hoursHalfLife)
	for i := range u.hours {
		u.hours[i] = u.hours[i]*keep + hours[i]
	}
	u.learnt++
}

// phiTrust is how much a day tells about the dispersion: the inverse of the
// variance that chance alone gives its term, at most 1.
func phiTrust(expected float64) float64 {
	return math.Min(1, expected*expected*expected/(2*expected+1))
}
