package hours

import "time"

// fixed are Italy's public holidays that keep their date (law 260/1949 and its
// changes), by keys for the translations.
var fixed = map[Date]string{
	{0, time.January, 1}:   "new_year",
	{0, time.January, 6}:   "epiphany",
	{0, time.April, 25}:    "liberation",
	{0, time.May, 1}:       "labour",
	{0, time.June, 2}:      "republic",
	{0, time.August, 15}:   "assumption",
	{0, time.November, 1}:  "all_saints",
	{0, time.December, 8}:  "immaculate",
	{0, time.December, 25}: "christmas",
	{0, time.December, 26}: "stephen",
}

// francisFrom is the year from which 4 October is a holiday again (law
// 151/2025).
const francisFrom = 2026

// Italy tells the public holidays of Italy, Sundays aside.
func Italy(d Date) (name string, ok bool) {
	if name, ok = fixed[Date{0, d.Month, d.Day}]; ok {
		return name, true
	}
	if d.Month == time.October && d.Day == 4 && d.Year >= francisFrom {
		return "francis", true
	}
	switch easter := Easter(d.Year); d {
	case easter:
		return "easter", true
	case easter.next():
		return "easter_monday", true
	}
	return "", false
}

// Easter is Easter Sunday of a year of the Gregorian calendar (Anonymous
// Gregorian algorithm; Meeus, "Astronomical Algorithms", chapter 8).
func Easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return Date{year, time.Month(month), day}
}
