package main

import (
	"fmt"
	"strings"
)

// person is an author.
type person struct {
	name, handle, id string
	male             bool
	followers        int
}

func (p *person) first() string {
	first, _, _ := strings.Cut(p.name, " ")
	return first
}

var firstNames = map[string][2][]string{ // women, men
	"it": {
		strings.Fields("Marta Chiara Giorgia Elisa Paola Silvia Federica Alessia Martina Sara Anna Lucia Valentina Roberta Simona Cristina Daniela Franca Rosanna Carla Irene Arianna Beatrice Camilla Rita Noemi Viola Greta Ornella Patrizia"),
		strings.Fields("Luca Marco Andrea Matteo Stefano Paolo Francesco Alessandro Simone Riccardo Fabio Enrico Giorgio Pietro Roberto Tommaso Lorenzo Gabriele Nicola Dario Michele Claudio Sergio Edoardo Filippo Ivan Mirko Renato Aldo Umberto"),
	},
	"en": {
		strings.Fields("Emily Sarah Hannah Olivia Megan Charlotte Rachel Grace Lucy Fiona Priya Amelia Katie Ellen Nora"),
		strings.Fields("James Tom Oliver Jack Liam Connor Harry Daniel Sean Callum Arjun Peter Mark Owen Neil"),
	},
	"fr": {strings.Fields("Camille Élodie Manon Claire Juliette"), strings.Fields("Julien Antoine Hugo Benoît Thierry")},
	"es": {strings.Fields("Lucía Carmen Elena Marta Pilar"), strings.Fields("Javier Pablo Sergio Diego Álvaro")},
	"de": {strings.Fields("Anna Lena Katrin Sabine Julia"), strings.Fields("Jonas Stefan Lukas Markus Felix")},
}

var surnames = map[string][]string{
	"it": strings.Fields("Bonardi Ferrero Gallo Rinaldi Conti Marchetti Vaira Boero Testa Ricci Colombo Fontana Giordano Serra Vitale Cerruti Basso Novelli Pagani Sala Morra Gribaudo Actis Peyron Chiesa Lombardi Barbero Costa Bruno Rossetto"),
	"en": strings.Fields("Walker Hughes Patel Murphy Clarke Bennett Shaw Foster Doyle Reid Marsh Nolan Price Webb Lowe"),
	"fr": strings.Fields("Moreau Girard Lambert Fontaine Mercier"),
	"es": strings.Fields("Ortega Navarro Molina Serrano Vidal"),
	"de": strings.Fields("Keller Vogel Brandt Huber Lang"),
}

// crowd are the people who have written so far, by source and language.
type crowd struct {
	d     *dice
	known map[string][]*person
}

func newCrowd(d *dice) *crowd { return &crowd{d, map[string][]*person{}} }

// author finds somebody for a mention; on social media every fourth has
// written before.
func (c *crowd) author(m *mention) *person {
	lang := m.lang
	if lang == "mix" {
		lang = "it"
	}
	if o, ok := outletFor(c.d, m, lang); ok {
		return o
	}
	place := m.source + lang
	if known := c.known[place]; len(known) > 5 && !m.review() && c.d.chance(0.25) {
		return pick(c.d, known)
	}
	p := c.born(lang)
	if m.source == "forum" {
		p.name = p.handle
	}
	c.known[place] = append(c.known[place], p)
	return p
}

func (c *crowd) born(lang string) *person {
	d := c.d
	p := &person{male: d.chance(0.45), followers: int(d.around(230, 1.1))}
	names := firstNames[lang][0]
	if p.male {
		names = firstNames[lang][1]
	}
	first, last := pick(d, names), pick(d, surnames[lang])
	switch d.IntN(10) {
	case 0, 1, 2, 3:
		p.name = first + " " + last
	case 4, 5, 6:
		p.name = first + " " + last[:1] + "."
	case 7:
		p.name = strings.ToLower(first + " " + last)
	case 8:
		p.name = first
	default:
		p.name = first[:1] + ". " + last
	}
	if strings.ContainsRune("ÉÁ", []rune(first)[0]) {
		p.name = first + " " + last // an initial cannot be cut from bytes
	}
	p.handle = handle(d, plainLetters(strings.ToLower(first)), strings.ToLower(last))
	p.id = fmt.Sprintf("1%018d", d.Int64N(1e18))
	return p
}

func handle(d *dice, first, last string) string {
	word := pick(d, strings.Fields("torino to pane sottolamole farina in_giro sabauda colazioni off sulpo blu cose"))
	switch d.IntN(6) {
	case 0:
		return fmt.Sprintf("%s_%s%d", first, last, d.between(2, 99))
	case 1:
		return fmt.Sprintf("%s.%s", first, word)
	case 2:
		return fmt.Sprintf("%s%s_%d", first[:2], last, d.between(60, 99))
	case 3:
		return fmt.Sprintf("%s_%s", word, first)
	case 4:
		return fmt.Sprintf("%s%d", last, d.between(100, 9999))
	}
	return fmt.Sprintf("%s_%s_%s", first, last[:2], word)
}

func plainLetters(s string) string {
	return strings.NewReplacer("é", "e", "á", "a", "í", "i", "î", "i", "ö", "o").Replace(s)
}
