// Package crisis is the craft of answering in public as plain functions. It
// reads a draft while it is written and remarks on its tone, advises on the
// strategy by the type of crisis (SCCT: scct.go, advise.go), holds playbooks
// and statement templates, and measures how a crisis runs (kpi.go, recovery.go,
// numbers.go). Nothing here is legal advice, and nothing decides for the person.
//
// Neighbours: it knows data and assets alone. What words betray an excuse, an
// attack or an apology lies in assets/check/<language>.<subject>.txt; this
// package finds them and knows what follows from them.
//
// A list is a text file of lines. "[excuse]" begins the patterns of a group,
// "# …" is a note. A pattern is words with blanks between; capitals, accents
// and apostrophes do not count, and it never reaches beyond a sentence:
//
//	rimbors*     a word that begins so; *iremo one that ends so
//	busy|full    one of several; gia? one that may be missing
//	at_ease|calm an underscore joins the words of one alternative
//	0-9          a word that begins with a digit
//	~3           up to three words, whatever they are
//	@we          one of the phrases of the line "@we = noi, il nostro locale"
//	^ … $        only at the beginning, only at the end of a sentence
//	! pattern    takes back what its group found in the same place
//	!! pattern   takes back all that its group found
//
// What stands behind a negation ("non è colpa sua") does not count, unless the
// pattern itself begins with one or its group is "even negated".
package crisis
