package ingest

// fixed reads the forms that most exports use, fast; anything else is left to
// split: 2026-03-01, 01/03/2026 and Sun Mar 01 … 2026, alone or with a time.
func fixed(s string) (p parts, ok bool) {
	switch {
	case len(s) >= 10 && s[4] == '-' && s[7] == '-':
		p.year, p.month, p.day = digits(s[:4]), digits(s[5:7]), digits(s[8:10])
		if p.year < 0 || p.month < 0 || p.day < 0 {
			return p, false
		}
		return p, p.clock(s[10:])
	case len(s) == len("Sun Mar 01 09:05:07 +0000 2026") && s[3] == ' ' && s[7] == ' ' && s[10] == ' ' && s[25] == ' ':
		return tweeted(s)
	}
	return dayMonthYear(s)
}

// tweeted reads the dates of Twitter's first API.
func tweeted(s string) (p parts, ok bool) {
	w, known := dateWord(s[4:7])
	p.month, p.day, p.year = w.value, digits(s[8:10]), digits(s[26:])
	return p, known && w.kind == isMonth && p.day >= 0 && p.year >= 0 && p.clock(s[10:25])
}

// dayMonthYear reads one or two digits, twice, and a year of four.
func dayMonthYear(s string) (p parts, ok bool) {
	first, rest := upToTwo(s)
	if rest == "" {
		return p, false
	}
	sep := rest[0]
	second, rest := upToTwo(rest[1:])
	if first < 0 || second < 0 || sep != '/' && sep != '-' && sep != '.' || len(rest) < 5 || rest[0] != sep {
		return p, false
	}
	p.short, p.dots = true, sep == '.'
	p.first, p.second, p.year = first, second, digits(rest[1:5])
	return p, p.year > 0 && p.clock(rest[5:])
}

// upToTwo takes one or two digits off; -1 if there are none.
func upToTwo(s string) (n int, rest string) {
	i := 0
	for i < 2 && i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 {
		return -1, s
	}
	return digits(s[:i]), s[i:]
}

// clock reads what follows the day: nothing, or a time with an optional
// fraction and zone.
func (p *parts) clock(s string) bool {
	if s == "" {
		return true
	}
	if s[0] != ' ' && s[0] != 'T' {
		return false
	}
	if p.hour, s = upToTwo(s[1:]); p.hour < 0 || len(s) < 3 || s[0] != ':' && s[0] != '.' {
		return false
	}
	sep := s[0]
	if p.minute, s = digits(s[1:3]), s[3:]; p.minute < 0 {
		return false
	}
	if len(s) >= 3 && s[0] == sep {
		if p.sec, s = digits(s[1:3]), s[3:]; p.sec < 0 {
			return false
		}
		s = p.fraction(s)
	}
	return p.zone(s)
}

func (p *parts) fraction(s string) string {
	if len(s) < 2 || s[0] != '.' {
		return s
	}
	i := 1
	for i < len(s) && i <= 9 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	p.nano = fraction(digits(s[1:i]), i-1)
	return s[i:]
}

// zone reads nothing, Z, +01:00, +0100 and " +0100".
func (p *parts) zone(s string) bool {
	switch {
	case s == "":
		return true
	case s == "Z":
		p.zoned = true
		return true
	case s[0] == ' ':
		s = s[1:]
	}
	if len(s) == 6 && s[3] == ':' || len(s) == 5 {
		hours, minutes := digits(s[1:3]), digits(s[len(s)-2:])
		p.zoned, p.offset = true, hours*3600+minutes*60
		if s[0] == '-' {
			p.offset = -p.offset
		}
		return hours >= 0 && minutes >= 0 && (s[0] == '+' || s[0] == '-')
	}
	return false
}

// fraction is the nanoseconds of a fraction of a second of so many digits.
func fraction(v, width int) int {
	for ; width < 9; width++ {
		v *= 10
	}
	return v
}
