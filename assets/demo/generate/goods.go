package main

import "strings"

// good is something the bakery sells, with what Italian grammar asks for.
type good struct {
	the, a       string // "la focaccia", "una focaccia"
	ending       string // of adjectives in -o: o, a, i, e
	english, any string // "the focaccia", "a slice of focaccia"
}

func (g good) plural() bool { return g.ending == "i" || g.ending == "e" }

var goods = []good{
	{"la focaccia al rosmarino", "una focaccia al rosmarino", "a", "the rosemary focaccia", "a slice of rosemary focaccia"},
	{"la focaccia alle cipolle", "una focaccia alle cipolle", "a", "the onion focaccia", "a slice of onion focaccia"},
	{"la pagnotta di segale", "una pagnotta di segale", "a", "the rye loaf", "a rye loaf"},
	{"la crostata di albicocche", "una crostata di albicocche", "a", "the apricot tart", "an apricot tart"},
	{"la torta di nocciole", "una torta di nocciole", "a", "the hazelnut cake", "a slice of hazelnut cake"},
	{"la brioche alla crema", "una brioche alla crema", "a", "the custard brioche", "a custard brioche"},
	{"la pizza al taglio", "una pizza al taglio", "a", "the pizza by the slice", "a slice of pizza"},
	{"il pane alle noci", "un pane alle noci", "o", "the walnut bread", "a walnut loaf"},
	{"il filone di semola", "un filone di semola", "o", "the semolina loaf", "a semolina loaf"},
	{"il cornetto ai lamponi", "un cornetto ai lamponi", "o", "the raspberry croissant", "a raspberry croissant"},
	{"il plumcake al limone", "un plumcake al limone", "o", "the lemon cake", "a lemon cake"},
	{"lo strudel di mele", "uno strudel di mele", "o", "the apple strudel", "an apple strudel"},
	{"il panino al latte", "un panino al latte", "o", "the milk bun", "a milk bun"},
	{"i grissini stirati", "dei grissini stirati", "i", "the long breadstick", "a bag of breadsticks"},
	{"i baci di dama", "dei baci di dama", "i", "the hazelnut kiss", "a box of baci di dama"},
	{"i biscotti al cacao", "dei biscotti al cacao", "i", "the cocoa biscuit", "a bag of cocoa biscuits"},
	{"gli amaretti morbidi", "degli amaretti morbidi", "i", "the soft amaretto", "a box of amaretti"},
	{"le paste di meliga", "delle paste di meliga", "e", "the cornmeal biscuit", "a bag of cornmeal biscuits"},
	{"le pizzette rosse", "delle pizzette rosse", "e", "the small pizza", "a tray of small pizzas"},
	{"le sfogliatine alle mele", "delle sfogliatine alle mele", "e", "the apple puff", "an apple puff"},
}

// goodFor draws a good that fits the slots of a phrase: {…_m} asks for
// masculine singular, {…_s} for singular.
func goodFor(d *dice, phrase string) good {
	phrase = strings.ReplaceAll(phrase, "_M}", "}")
	masculine, single := strings.Contains(phrase, "_m}"), strings.Contains(phrase, "_s}")
	for {
		g := pick(d, goods)
		if (masculine && g.ending != "o") || (single && g.plural()) {
			continue
		}
		return g
	}
}

// ending puts the ending of an adjective after its stem: buonissim-a,
// fresc-hi, vecch-i.
func ending(stem, end string) string {
	if soft := end == "i" || end == "e"; soft && (strings.HasSuffix(stem, "c") || strings.HasSuffix(stem, "g")) {
		return "h" + end
	}
	return end
}

// short is the ending of adjectives in -e: immangiabile, immangiabili.
func (g good) short() string {
	if g.plural() {
		return "i"
	}
	return "e"
}

func (g good) verb(one, many string) string {
	if g.plural() {
		return many
	}
	return one
}
