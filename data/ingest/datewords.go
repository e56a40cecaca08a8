package ingest

import (
	"strings"
	"unicode/utf8"
)

// wordKind says what a word of a date means.
type wordKind uint8

const (
	isMonth   wordKind = iota + 1 // value: 1..12
	isWeekday                     // value: 0 for Sunday
	isZone                        // value: minutes east of UTC
	isAM
	isPM
	isHours  // "14h30", "14:30 Uhr"
	isFiller // says nothing
	isLead   // what may stand before a date with other words: "Reviewed in Italy on"
)

type wordMeaning struct {
	kind  wordKind
	value int
}

// meanings of the words of dates in English, Italian, Spanish, French, German
// and Portuguese, without accents.
var meanings = dateWords()

func dateWords() map[string]wordMeaning {
	all := map[string]wordMeaning{}
	add := func(kind wordKind, value int, words string) {
		for _, w := range strings.Fields(words) {
			all[w] = wordMeaning{kind, value}
		}
	}
	add(isFiller, 0, `t at of on the and alle ore del il di dello a e gli el las los la de le au um uhr am den der dem vom as em do da no
		st nd rd th er ere o os m ora heures h time local from s`)
	add(isLead, 0, `reviewed review recensito recensione rezension bewertet bewertung commente avis revisado resenado calificado opinion
		avaliado avaliacao published posted pubblicato pubblicata publie publiee veroffentlicht gepostet publicado publicada written scritto scritta
		updated aggiornato edited modificato modificata modifie bearbeitet editado created creato submitted date data datum fecha visited`)
	for i, names := range weekdayNames {
		add(isWeekday, i, names)
	}
	for i, names := range monthNames {
		add(isMonth, i+1, names)
	}
	for name, minutes := range zoneNames {
		add(isZone, minutes, name)
	}
	add(isAM, 0, "am a")
	add(isPM, 0, "pm p")
	add(isHours, 0, "h uhr")
	return all
}

var monthNames = [12]string{
	"january jan gennaio gen enero ene janvier janv januar janner janeiro",
	"february feb febbraio febbr febrero fevrier fevr fev februar feber fevereiro",
	"march mar marzo mars marz mrz marco",
	"april apr aprile abril abr avril avr",
	"may maggio mag mayo mai maio",
	"june jun giugno giu junio juin juni junho",
	"july jul luglio lug julio juillet juil juli julho",
	"august aug agosto ago aout",
	"september sep sept settembre set sett septiembre setiembre septembre setembro",
	"october oct ottobre ott octubre octobre oktober okt outubro out",
	"november nov novembre noviembre novembro",
	"december dec dicembre dic diciembre decembre dezember dez dezembro",
}

// weekdayNames leave out "mar" of Tuesday, which is March too, and words that
// are fillers anyway.
var weekdayNames = [7]string{
	"sunday sun domenica dom domingo dimanche dim sonntag so",
	"monday mon lunedi lun lunes lundi montag mo segunda seg feira",
	"tuesday tue tues martedi martes mardi dienstag terca ter",
	"wednesday wed mercoledi mer mie miercoles mercredi mittwoch mi quarta qua",
	"thursday thu thur thurs giovedi gio jueves jue jeudi jeu donnerstag quinta qui",
	"friday fri venerdi ven viernes vie vendredi freitag fr sexta sex",
	"saturday sat sabato sab sabado samedi sam samstag sonnabend sa",
}

// zoneNames are offsets in minutes of the abbreviations that exports use.
var zoneNames = map[string]int{
	"utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180,
	"ist": 330, "sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
	"brt": -180, "art": -180, "ast": -240, "edt": -240, "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480,
	"akdt": -480, "akst": -540, "hst": -600,
}

// dateWord is what a word means, in any case and with any accents.
func dateWord(word string) (wordMeaning, bool) {
	var buf [maxWord]byte
	folded, ok := foldWord(buf[:0], word)
	if !ok {
		return wordMeaning{}, false
	}
	m, ok := meanings[string(folded)]
	return m, ok
}

// maxWord is longer than any word of a date.
const maxWord = 24

// foldWord appends a word's letters in lower case without accents; false for
// words too long or of other scripts.
func foldWord(to []byte, word string) ([]byte, bool) {
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf:
			to = append(to, lower(byte(r)))
		case r >= 'À' && r <= 'ÿ':
			to = append(to, plainLetters[r-'À'])
		case r >= 0x300 && r < 0x370: // accents that stand alone
		default:
			return to, false
		}
		if len(to) >= maxWord {
			return to, false
		}
	}
	return to, len(to) > 0
}

// plainLetters are the letters of Latin-1 from À on, without accents.
const plainLetters = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
