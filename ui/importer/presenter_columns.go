package importer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// Order lists the columns of the present file in the order in which a person
// wants to see them: those that fill a field, then those that are only kept.
func (p *Presenter) Order() []int {
	columns := p.Preview().Columns
	order := make([]int, len(columns))
	for n := range order {
		order[n] = n
	}
	rank := func(n int) int {
		if fills(columns[n].Field) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(order, func(a, b int) int { return rank(a) - rank(b) })
	return order
}

// Filling counts the columns that fill a field.
func (p *Presenter) Filling() (n int) {
	for _, c := range p.Preview().Columns {
		if fills(c.Field) {
			n++
		}
	}
	return n
}

// Trust is how sure the field of a column is; false for a column that fills
// none.
func (p *Presenter) Trust(n int) (Trust, bool) {
	c := p.Preview().Columns[n]
	return trust(c.Confidence), fills(c.Field)
}

// Sample is what stands in a column, in one line.
func (p *Presenter) Sample(n int) string {
	return strings.Join(p.Preview().Columns[n].Samples, " · ")
}

// DateExample says for a date of the present file how it is read and how it
// would be read the other way round; empty when there is none that could be
// read both ways.
func (p *Presenter) DateExample() string {
	for _, c := range p.Preview().Columns {
		if c.Field != data.FieldDate {
			continue
		}
		for _, sample := range c.Samples {
			if dayFirst, monthFirst, ok := readings(sample); ok {
				if p.DateOrder() == data.DateMonthDay {
					dayFirst, monthFirst = monthFirst, dayFirst
				}
				return p.words.Text("importer.order.example", "Date", sample,
					"Read", p.words.Date(dayFirst, time.UTC), "Other", p.words.Date(monthFirst, time.UTC))
			}
		}
	}
	return ""
}

// readings are the two days that a date of three numbers can mean; false when
// it has one meaning only.
func readings(date string) (dayFirst, monthFirst time.Time, ok bool) {
	numbers := strings.FieldsFunc(date, func(r rune) bool { return r < '0' || r > '9' })
	if len(numbers) < 3 {
		return dayFirst, monthFirst, false
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(numbers[i]) // digits alone; too many of them are no date
	}
	if n[2] < 100 {
		n[2] += 2000
	}
	if n[0] < 1 || n[0] > 12 || n[1] < 1 || n[1] > 12 || n[0] == n[1] || n[2] > 9999 {
		return dayFirst, monthFirst, false
	}
	day := func(month, day int) time.Time { return time.Date(n[2], time.Month(month), day, 0, 0, 0, 0, time.UTC) }
	return day(n[1], n[0]), day(n[0], n[1]), true
}
