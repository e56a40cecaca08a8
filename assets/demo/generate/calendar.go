package main

import (
	"math"
	"time"
)

// The turns of the story.
var (
	checkoutBreaks = day(time.September, 15)
	checkoutWorks  = day(time.September, 19)
	touristsCome   = day(time.September, 18)
	touristsGo     = day(time.October, 5)
	crisisStarts   = moment(time.October, 14, 16, 20)
	apology        = moment(time.October, 15, 18, 30)
	crisisEnds     = day(time.October, 20)
	panettoneTalk  = day(time.October, 26)
	panettoneSale  = day(time.November, 7)
)

// wet are the rainy days, counted from the first.
var wet = map[int]bool{4: true, 12: true, 13: true, 27: true, 34: true, 44: true, 58: true, 59: true, 60: true, 71: true, 72: true, 80: true, 86: true}

// date is one day of the story.
type date struct {
	time.Time
	rain bool
}

func calendar() []date {
	all := make([]date, days)
	for i := range all {
		all[i] = date{lastDay.AddDate(0, 0, i+1-days), wet[i]}
	}
	return all
}

// volume is how many mentions the day brings on average, the crisis apart.
func (d date) volume() float64 {
	byWeekday := [7]float64{1.22, 0.78, 0.86, 0.9, 0.94, 1.06, 1.28} // from Sunday
	v := 28.4 * byWeekday[d.Weekday()]
	if !d.Before(panettoneSale) {
		v *= 1.12
	}
	if d.within(checkoutBreaks, checkoutWorks) {
		v *= 1.2
	}
	return v
}

// within tells whether the day lies from the one up to before the other.
func (d date) within(from, to time.Time) bool { return !d.Before(from) && d.Before(to) }

// grudge is what the crisis leaves behind: 1 on the day it ends, fading over
// weeks.
func (d date) grudge() float64 {
	if d.Before(crisisEnds) {
		return 0
	}
	return math.Exp(-d.Sub(crisisEnds).Hours() / 24 / 12)
}

// hours of the day by how much people write in them: almost nothing at night,
// a first peak at breakfast, the highest in the evening.
var rhythm = [24]float64{
	0.5, 0.2, 0.1, 0.05, 0.1, 0.3, 1.2, 3, 5, 5.5, 5, 4.5,
	5, 5.5, 4, 3.5, 3.8, 4.5, 5.5, 6.5, 7, 6.5, 4, 1.5,
}

func (d date) timeOf(dice *dice) time.Time {
	return d.timeIn(dice, rhythm[:])
}

func (d date) timeIn(dice *dice, byHour []float64) time.Time {
	total := 0.0
	for _, w := range byHour {
		total += w
	}
	at := dice.Float64() * total
	hour := 0
	for at -= byHour[0]; at >= 0 && hour < len(byHour)-1; at -= byHour[hour] {
		hour++
	}
	year, month, day := d.Date()
	return time.Date(year, month, day, hour, dice.IntN(60), dice.IntN(60), 0, rome)
}
