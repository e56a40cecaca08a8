package ingest

import (
	"math/bits"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// evidence is what a column tells about the order of day and month in its
// dates of three numbers.
type evidence struct {
	short                int // such dates
	dayFirst, monthFirst int // of those: can only be one or the other
	amPM                 int
	first, second        uint16    // which numbers occur in either place
	days, months         direction // of the column, read day first and month first
	dates, late          int       // dates of any form; of those too late for the file's time
}

// direction is whether a column, read in one order, goes one way in time.
type direction struct {
	last                 int64
	rises, falls, future int
}

func (d *direction) add(day, today int64) {
	switch {
	case d.last == 0 || day == d.last:
	case day > d.last:
		d.rises++
	default:
		d.falls++
	}
	d.last = day
	if day > today+1 {
		d.future++
	}
}

// sorted tells whether the column goes one way, with enough steps to say so.
func (d direction) sorted() bool { return d.rises+d.falls >= 4 && min(d.rises, d.falls) == 0 }

// learn takes in what a date tells about the column.
func (d *dates) learn(s string) {
	if t, ok := d.read(s); ok {
		d.column.dates++
		if t.Unix() > d.latest {
			d.column.late++
		}
	}
	p, ok := fixed(s)
	if !ok {
		p, ok = split(s)
	}
	if !ok || !p.short || p.year < firstYear || p.year > lastYear || p.first < 1 || p.second < 1 {
		return
	}
	d.column.add(p, d.today())
}

// today is the day on which the file was written.
func (d *dates) today() int64 {
	if d.anchor.IsZero() {
		return dayNumber(lastYear, 12, 31)
	}
	return d.anchor.Unix() / secondsOfDay
}

func (e *evidence) add(p parts, today int64) {
	e.short++
	if p.am || p.pm {
		e.amPM++
	}
	switch {
	case p.first > 12 && p.second <= 12 || p.dots:
		e.dayFirst++
	case p.second > 12 && p.first <= 12:
		e.monthFirst++
	case p.first <= 12:
		e.first |= 1 << p.first
		e.second |= 1 << p.second
		e.days.add(dayNumber(p.year, p.second, p.first), today)
		e.months.add(dayNumber(p.year, p.first, p.second), today)
	}
}

// undecided asks for more rows: there are short dates and none has told yet.
func (d *dates) undecided() bool {
	return d.order == data.DateOther && d.column.short > 0 && d.column.dayFirst == 0 && d.column.monthFirst == 0
}

// settle decides for the whole column, and day first where nothing tells. If
// most dates are later than the file can tell, it is the file's time that is
// wrong, as in some archives, and any date goes.
func (d *dates) settle() {
	if d.column.late*2 > d.column.dates {
		d.latest = latestOf(time.Time{})
	}
	if d.order == data.DateOther && d.column.short > 0 {
		d.order = d.column.decide(d.usual)
	}
}

// decide weighs the evidence, the strongest first: numbers over 12, dates in
// the future of the file, a number that never changes (a month, while days go
// by), a column in order of time, what the format or the header's language
// lead to expect, and AM and PM, which few but Americans write.
func (e evidence) decide(usual data.DateOrder) data.DateOrder {
	firsts, seconds := bits.OnesCount16(e.first), bits.OnesCount16(e.second)
	day, month := e.dayFirst, e.monthFirst
	switch {
	case day != month:
	case e.days.future > 0 != (e.months.future > 0):
		day, month = e.months.future, e.days.future
	case firsts >= 3*max(seconds, 1) || seconds >= 3*max(firsts, 1):
		day, month = firsts, seconds
	case e.days.sorted() != e.months.sorted() && e.days.disorder() != e.months.disorder():
		day, month = e.months.disorder(), e.days.disorder()
	case usual != data.DateOther:
		return usual
	case e.amPM*2 > e.short:
		return data.DateMonthDay
	}
	switch {
	case day > month:
		return data.DateDayFirst
	case month > day:
		return data.DateMonthDay
	}
	return data.DateUnclear
}

// disorder is how many steps go against the column's direction.
func (d direction) disorder() int { return min(d.rises, d.falls) }

// usualOrder is what the format's makers write, or readers of the header's
// language. English tells nothing: Americans and the British read it.
func usualOrder(format formats.Format, header []string) data.DateOrder {
	if format.Order != data.DateOther {
		return format.Order
	}
	for _, name := range header {
		for _, word := range strings.Fields(formats.Fold(name)) {
			if dayFirstWords[word] {
				return data.DateDayFirst
			}
		}
	}
	return data.DateOther
}

// dayFirstWords are words of headers in languages that write the day first,
// and that English does not have.
var dayFirstWords = set(`testo autore commento commenti recensione titolo valutazione voto lingua pubblicazione orario ora messaggio giorno stelle fonte
	utente fecha autor autora texto comentario mensaje titulo valoracion idioma hora dia auteur texte commentaire titre langue heure avis
	datum verfasser kommentar bewertung sprache uhrzeit nachricht titel mensagem avaliacao`)
