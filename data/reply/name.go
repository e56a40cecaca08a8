package reply

import (
	"strings"
	"unicode"

	"vedetta/data"
)

// FirstName is the first name by which an author can be greeted; empty where
// the name on display is a handle, a company, a title, an alias or anything
// else that may not be a person's name.
func FirstName(a data.Author) string {
	shown := strings.Join(strings.Fields(a.Name), " ")
	if shown == "" || shown != Clean(shown) || strings.EqualFold(shown, strings.TrimLeft(a.Handle, "@")) {
		return ""
	}
	words := strings.Fields(shown)
	if len(words) > mostWords || !lettersOnly(shown) {
		return ""
	}
	for _, word := range words {
		if notPeople[strings.ToLower(strings.Trim(word, ".,"))] {
			return ""
		}
	}
	return given(words)
}

// mostWords is how many words a person's name has at most.
const mostWords = 4

// given is the first of the words if it is written like a name.
func given(words []string) string {
	first := []rune(words[0])
	if len(first) < 2 || len(first) > 20 || !oneAlphabet(first) || strings.ContainsAny(words[0], ".,") {
		return ""
	}
	if isUpper(first) {
		if len(words) == 1 {
			return "" // as likely an abbreviation
		}
		return title(words[0])
	}
	for i, r := range first {
		begins := i == 0 || first[i-1] == '-' || first[i-1] == '\'' || first[i-1] == '’'
		if unicode.IsLetter(r) && unicode.IsUpper(r) != begins {
			return "" // a handle: fornaio, MarioRossi
		}
	}
	return words[0]
}

// lettersOnly tells whether there is nothing in a name that names do not have.
func lettersOnly(name string) bool {
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" .'’-,", r) {
			return false
		}
	}
	return true
}

// oneAlphabet tells whether all letters are of one alphabet in which the given
// name comes first and can be written large and small. Letters of several are
// made to deceive.
func oneAlphabet(name []rune) bool {
	for _, table := range []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic} {
		if unicode.Is(table, name[0]) {
			for _, r := range name {
				if unicode.IsLetter(r) && !unicode.Is(table, r) {
					return false
				}
			}
			return true
		}
	}
	return false
}

func isUpper(name []rune) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// title writes a name that is all large as names are: ANNA-MARIA, Anna-Maria.
func title(name string) string {
	begins := true
	return strings.Map(func(r rune) rune {
		if !begins {
			r = unicode.ToLower(r)
		}
		begins = r == '-' || r == '\'' || r == '’'
		return r
	}, name)
}

// notPeople are words that are in no name by which somebody is greeted.
var notPeople = func() map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(`
		sig signor signora signore signorina sig.ra dott dott.ssa dottor dottoressa dr prof prof.ssa professor
		professore professoressa avv avvocato ing ingegner arch geom rag on don padre suor mr mrs ms miss mx sir
		lady rev capt doctor president presidente sindaco king queen re regina conte chef maestro mister
		srl s.r.l spa s.p.a snc s.n.c sas s.a.s srls inc ltd llc gmbh ag corp co plc onlus aps asd ets
		azienda ditta impresa società gruppo group team staff redazione ufficio servizio servizi assistenza
		associazione comitato comune regione provincia partito movimento sindacato circolo centro studio scuola
		ristorante pizzeria trattoria osteria panificio forno fornaio pasticceria gelateria bar caffè caffe pub
		hotel albergo b&b residence agriturismo negozio shop store outlet boutique farmacia ottica palestra
		restaurant bakery cafe café coffee pizza kitchen company services service solutions studios agency agenzia
		blog news magazine giornale quotidiano gazzetta corriere repubblica stampa messaggero mattino resto ansa
		radio tv channel official ufficiale page pagina forum community fan fans club italia italy milano roma
		napoli torino bologna firenze venezia palermo genova verona londra london
		utente user guest ospite cliente customer anonimo anonima anonymous unknown sconosciuto deleted eliminato
		google facebook amazon instagram twitter tripadvisor trustpilot youtube tiktok local guide guida kindle
		account profilo profile admin amministratore support supporto bot test
		il lo la gli le un uno una the an my your this that il/la non no sono mai tutto tutti io me noi just only
		mamma papà mom mum dad nonna nonno zio zia baby lover addict girl boy man woman queen
		amore luna sole vita love life food foodie travel traveler viaggiatore gourmet
	`) {
		set[strings.Trim(word, ".")] = true
	}
	return set
}()
