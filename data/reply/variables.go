package reply

import "strings"

// The variables, by their English names.
const (
	Name      = "name"      // first name of the author; left out when it is not sure
	Business  = "business"  //
	Person    = "person"    // who writes for the business
	Signature = "signature" // left out when there is none
	Email     = "email"
	Phone     = "phone"
	Web       = "website"
	Address   = "address"
	Contact   = "contact" // how to reach the business directly
	Channel   = "channel" // where updates are published
	Source    = "source"  // where the mention was published
	Date      = "date"    // when
	Product   = "product"
	Fact      = "fact"
	Action    = "action" // what was done
	Time      = "time"   // of the next update
	Day       = "day"    // until when something happens
	Place     = "place"
	Reference = "reference" // number of an order, a booking, a case
)

// variables are all of them in the order in which they are offered, with the
// Italian name.
var variables = []struct{ english, italian string }{
	{Name, "nome"},
	{Contact, "contatto"},
	{Business, "azienda"},
	{Person, "persona"},
	{Signature, "firma"},
	{Product, "prodotto"},
	{Day, "giorno"},
	{Action, "azione"},
	{Fact, "fatto"},
	{Place, "luogo"},
	{Time, "ora"},
	{Channel, "canale"},
	{Reference, "riferimento"},
	{Date, "data"},
	{Source, "fonte"},
	{Email, "email"},
	{Phone, "telefono"},
	{Web, "sito"},
	{Address, "indirizzo"},
}

// aliases are other names for variables.
var aliases = map[string]string{
	"ora_prossimo_aggiornamento": Time, "next_update": Time, "first_name": Name, "mail": Email, "e-mail": Email,
	"web": Web, "brand": Business, "marchio": Business,
}

// canonical finds the English name of a variable from any of its names.
var canonical = func() map[string]string {
	names := map[string]string{}
	for alias, name := range aliases {
		names[alias] = name
	}
	for _, v := range variables {
		names[v.italian], names[v.english] = v.english, v.english
	}
	return names
}()

// Variables lists the names of all variables in a language, in the order in
// which they are offered.
func Variables(lang string) (names []string) {
	for _, v := range variables {
		if lang == "it" {
			names = append(names, v.italian)
		} else {
			names = append(names, v.english)
		}
	}
	return names
}

// Variable is the English name of a variable that is written in any language.
func Variable(written string) (name string, ok bool) {
	name, ok = canonical[strings.ToLower(strings.TrimSpace(written))]
	return name, ok
}

// Named is the name of a variable in a language; itself if it is none.
func Named(name, lang string) string {
	for _, v := range variables {
		if v.english == name && lang == "it" {
			return v.italian
		}
	}
	return name
}

// optional variables are left out when they have no value.
func optional(name string) bool { return name == Name || name == Signature }
