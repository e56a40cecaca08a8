package ingest

import "strings"

// span is a unit of time: of seconds, or of days or months of the calendar.
type span struct{ seconds, days, months int }

// units by their names in six languages, without accents.
var units = unitNames()

func unitNames() map[string]span {
	all := map[string]span{}
	add := func(s span, names string) {
		for _, n := range strings.Fields(names) {
			all[n] = s
		}
	}
	add(span{seconds: 1}, "s sec secs second seconds secondo secondi segundo segundos seg seconde secondes sekunde sekunden sek")
	add(span{seconds: 60}, "m min mins minute minutes minuto minuti minutos minuten")
	add(span{seconds: 3600}, "h hr hrs hour hours ora ore hora horas heure heures stunde stunden std")
	add(span{days: 1}, "d day days g gg giorno giorni dia dias jour jours j tag tage tagen t")
	add(span{days: 7}, "w wk wks week weeks sett settimana settimane semana semanas sem semaine semaines woche wochen wo")
	add(span{months: 1}, "mo mos mon month months mese mesi mes meses mois monat monate monaten")
	add(span{months: 12}, "y yr yrs year years anno anni ano anos an ans annee annees jahr jahre jahren")
	return all
}

// agoWords say that an amount of time lies back.
var agoWords = set("ago fa hace il y a ha vor atras back")

// ones are the words for one.
var ones = set("a an one un uno una une um uma ein eine einem einer")

// vague words change nothing about a relative date.
var vague = set(`editada modifiee ultima modifica about circa almost over quasi environ etwa ungefahr
	cerca mais menos l last scorso scorsa dernier letzten letzter pasado passado passada`)

// dayWords are days back from today.
var dayWords = map[string]int{
	"today": 0, "oggi": 0, "hoy": 0, "aujourd hui": 0, "heute": 0, "hoje": 0,
	"yesterday": 1, "ieri": 1, "ayer": 1, "hier": 1, "gestern": 1, "ontem": 1,
	"altro ieri": 2, "avantieri": 2, "altroieri": 2, "anteayer": 2, "avant hier": 2, "vorgestern": 2, "anteontem": 2,
}

// momentsAgo are ways to say now.
var momentsAgo = map[string]bool{
	"now": true, "just now": true, "right now": true, "moments ago": true, "a moment ago": true, "a few seconds ago": true, "few seconds ago": true,
	"ora": true, "adesso": true, "proprio ora": true, "poco fa": true, "pochi secondi fa": true, "qualche secondo fa": true, "in questo momento": true,
	"ahora": true, "ahora mismo": true, "justo ahora": true, "hace un momento": true, "hace unos segundos": true,
	"maintenant": true, "a instant": true, "il y a un instant": true, "il y a quelques secondes": true,
	"jetzt": true, "gerade eben": true, "gerade": true, "eben": true, "vor wenigen sekunden": true,
	"agora": true, "agora mesmo": true, "ha poucos segundos": true,
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
