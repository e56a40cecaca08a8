package main

import (
	"fmt"
	"strings"
	"time"
)

// shops of the bakery: as a place, and with the preposition.
var shops = []struct{ name, in, english string }{
	{"via Garibaldi", "in via Garibaldi", "in via Garibaldi"},
	{"San Salvario", "a San Salvario", "in San Salvario"},
	{"Vanchiglia", "in Vanchiglia", "in Vanchiglia"},
}

// staff are the people behind the counter, with the ending for each.
var staff = []struct{ name, ending string }{
	{"Giulia", "a"}, {"Davide", "o"}, {"Samuele", "o"}, {"Fatima", "a"}, {"Teresa", "a"}, {"Ilaria", "a"}, {"Beppe", "o"}, {"Noemi", "a"},
}

var (
	weekdays = []string{"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"}
	dayNames = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months   = []string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}
	clock    = []string{"7.30", "8", "8.30", "9", "9.30", "10", "10.30", "11", "12", "16", "17", "17.30", "18"}
	zones    = []string{"Crocetta", "Lingotto", "Aurora", "Borgo Po", "Cit Turin", "Santa Rita", "Parella", "Campidoglio"}
	fairs    = []string{"Porta Palazzo", "piazza Benefica", "corso Racconigi", "piazza Foroni"}
)

// filler fills the blanks of one phrase for one mention.
type filler struct {
	d           *dice
	m           *mention
	good, good2 good
	staff       [2]int
	day         int
	customer    string
}

func newFiller(d *dice, m *mention, phrase string) *filler {
	f := &filler{d: d, m: m, good: goodFor(d, phrase), good2: goodFor(d, ""), day: d.IntN(7)}
	for f.good2.the == f.good.the {
		f.good2 = goodFor(d, "")
	}
	first := d.IntN(len(staff))
	f.staff = [2]int{first, (first + 1 + d.IntN(len(staff)-1)) % len(staff)}
	return f
}

func (f *filler) value(name, before string) (string, bool) {
	for _, kind := range []func(name, before string) string{f.ofGood, f.ofPeople, f.ofTime, f.ofNumber, f.ofPlace} {
		if v := kind(name, before); v != "" {
			return v, true
		}
	}
	return "", name == ",nome" || name == "nome,"
}

func (f *filler) ofGood(name, before string) string {
	g := f.good
	switch name {
	case "il", "il_s", "il_m", "il_plain":
		return g.the
	case "un", "un_s", "un_m":
		return g.a
	case "un2":
		return f.good2.a
	case "o", "o_s":
		return ending(before, g.ending)
	case "e", "e_s":
		return g.short()
	case "è":
		return g.verb("è", "sono")
	case "era":
		return g.verb("era", "erano")
	case "ha":
		return g.verb("ha", "hanno")
	case "the":
		return g.english
	case "a":
		return g.any
	case "plain":
		return strings.TrimPrefix(g.english, "the ")
	}
	return ""
}

func (f *filler) ofPeople(name, _ string) string {
	switch name {
	case "chi", "staff":
		return staff[f.staff[0]].name
	case "chi2":
		return staff[f.staff[1]].name
	case "ac":
		return staff[f.staff[0]].ending
	case "g":
		if f.m.author.male {
			return "o"
		}
		return "a"
	case "nomefirma":
		return f.m.author.first()
	case ",nome":
		if f.customer != "" {
			return ", " + f.customer
		}
	case "nome,":
		if f.customer != "" {
			return f.customer + ", "
		}
	}
	return ""
}

func (f *filler) ofTime(name, _ string) string {
	switch name {
	case "quando":
		return f.when("stamattina", "ieri", "ieri mattina", "l'altro giorno", "sabato", "domenica mattina", "la settimana scorsa")
	case "when":
		return f.when("this morning", "yesterday", "yesterday morning", "the other day", "on Saturday", "on Sunday", "last week")
	case "giorno":
		return weekdays[f.day]
	case "giorno2":
		return weekdays[(f.day+1)%7]
	case "ilgiorno":
		return map[bool]string{true: "la ", false: "il "}[f.day == 6] + weekdays[f.day]
	case "delgiorno":
		return map[bool]string{true: "della ", false: "del "}[f.day == 6] + weekdays[f.day]
	case "day":
		return dayNames[f.day]
	case "ora", "ora2":
		return pick(f.d, clock)
	case "time":
		return strings.ReplaceAll(pick(f.d, clock), ".", ":")
	case "ore":
		return pick(f.d, []string{"due ore", "tre ore", "un'ora e mezza", "quattro ore", "mezza giornata"})
	case "hours":
		return pick(f.d, []string{"two hours", "three hours", "an hour and a half", "half a day"})
	case "mese":
		return months[f.m.at.Month()-1]
	}
	return ""
}

// when leaves out this morning for those who write early.
func (f *filler) when(today string, before ...string) string {
	if f.m.at.In(rome).Hour() > 9 && f.d.chance(0.25) {
		return today
	}
	said := pick(f.d, before)
	weekend := map[time.Weekday]string{time.Saturday: "sabato Saturday", time.Sunday: "domenica Sunday"}[f.m.at.In(rome).Weekday()]
	for _, word := range strings.Fields(weekend) {
		if strings.Contains(said, word) {
			return before[0]
		}
	}
	return said
}

func (f *filler) ofNumber(name, _ string) string {
	d := f.d
	switch name {
	case "prezzo":
		return f.money(6, 13)
	case "euro":
		return f.money(7, 30)
	case "euro30":
		return f.money(56, 72)
	case "conto":
		return f.money(36, 130)
	case "min":
		return fmt.Sprintf("%d %s", 5*d.between(4, 11), map[bool]string{true: "minutes", false: "minuti"}[f.m.lang == "en"])
	case "giorni", "days":
		return fmt.Sprint(d.between(4, 27))
	case "ordine", "order":
		return fmt.Sprintf("%d", 41000+d.IntN(9000))
	case "n000":
		return fmt.Sprintf("%d.%03d", d.between(2, 9), d.IntN(1000))
	case "n":
		return fmt.Sprint(d.between(2, 5))
	case "n2":
		return fmt.Sprint(d.between(6, 9))
	case "lettera":
		return d.string("ABCDEFGILMNOPRSTV", 1)
	}
	return ""
}

// money is an amount between two numbers of half euros.
func (f *filler) money(low, high int) string {
	amount := float64(f.d.between(low, high)) / 2
	if f.m.lang == "en" {
		return fmt.Sprintf("€%.2f", amount)
	}
	euro := strings.ReplaceAll(fmt.Sprintf("%.2f euro", amount), ".", ",")
	return strings.Replace(euro, ",00", "", 1)
}

func (f *filler) ofPlace(name, _ string) string {
	shop := shops[f.m.shop]
	switch name {
	case "shop":
		return shop.name
	case "inshop":
		if f.m.lang == "en" {
			return shop.english
		}
		return shop.in
	case "zona":
		return pick(f.d, zones)
	case "mercato":
		return pick(f.d, fairs)
	}
	return ""
}
