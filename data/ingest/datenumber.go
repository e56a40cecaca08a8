package ingest

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// instant is a moment given as a number: of seconds since 1970, or of days in
// a spreadsheet, which are local.
type instant struct {
	sec   int64
	nano  int64
	local bool
}

func (d *dates) instant(i instant) (time.Time, bool) {
	if i.local {
		i.sec -= offsetAt(d.changes, i.sec)
	}
	return time.Unix(i.sec, i.nano).UTC(), true
}

// number reads dates that are one number: days of a spreadsheet (since
// 1899-12-30), seconds, milliseconds, microseconds and nanoseconds since 1970,
// and days and seconds written together (20260301, 20260301090507).
func number(s string) (instant, bool) {
	if s == "" || s[0] < '0' || s[0] > '9' || len(s) > 24 {
		return instant{}, false
	}
	whole, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return fractional(s)
	}
	switch {
	case len(s) == 8 || len(s) == 12 || len(s) == 14:
		return together(s)
	case whole >= 30000 && whole < 75000:
		return spreadsheetDay(float64(whole)), true
	}
	return sinceEpoch(whole)
}

// sinceEpoch tells the unit of a number by its size.
func sinceEpoch(n int64) (instant, bool) {
	const earliest, latest = 631152000, 4133980800 // 1990, 2101
	for _, unit := range []int64{1, 1e3, 1e6, 1e9} {
		if sec := n / unit; sec >= earliest && sec < latest {
			return instant{sec: sec, nano: n % unit * (1e9 / unit)}, true
		}
	}
	return instant{}, false
}

// fractional reads numbers with a decimal sign or an exponent.
func fractional(s string) (instant, bool) {
	if strings.Trim(s, "0123456789.,eE+") != "" {
		return instant{}, false
	}
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	switch {
	case err != nil:
		return instant{}, false
	case x >= 30000 && x < 75000:
		return spreadsheetDay(x), true
	case x > 1e8 && x < 1e10: // seconds with their fraction; floats keep milliseconds of those
		ms := int64(math.Round(x * 1e3))
		return instant{sec: ms / 1e3, nano: ms % 1e3 * 1e6}, true
	case x < 1e10 || x > 5e18:
		return instant{}, false
	}
	return sinceEpoch(int64(x))
}

func spreadsheetDay(x float64) instant {
	const spreadsheetEpoch = 25569
	return instant{sec: int64(math.Round((x - spreadsheetEpoch) * secondsOfDay)), local: true}
}

// together reads 20260301, 202603010905 and 20260301090507.
func together(s string) (instant, bool) {
	var p parts
	p.year, p.month, p.day = digits(s[:4]), digits(s[4:6]), digits(s[6:8])
	if len(s) >= 12 {
		p.hour, p.minute = digits(s[8:10]), digits(s[10:12])
	}
	if len(s) == 14 {
		p.sec = digits(s[12:14])
	}
	if !p.possible() {
		return instant{}, false
	}
	sec := dayNumber(p.year, p.month, p.day)*secondsOfDay + int64(p.hour*3600+p.minute*60+p.sec)
	return instant{sec: sec, local: true}, true
}

// digits reads what is known to be a few digits; -1 if it is not.
func digits(s string) (n int) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
