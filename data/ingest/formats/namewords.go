package formats

import (
	"strings"

	"vedetta/data"
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// Words by what they make of a known name beside them.
var (
	// mentions and comments: the name is about the mention.
	mentions = set(`post posts comment comments review reviews tweet message mention mentions article status item ticket document entry feedback video clip reel story
		commento commenti recensione messaggio menzione articolo contenuto contenuti comentario mensaje resena commentaire avis kommentar beitrag nachricht rezension mensagem avaliacao publicacion publication`)
	comments = set(`comment comments commento commenti comentario commentaire kommentar`)
	// persons: the name is about who wrote it.
	persons = set(`author user sender reviewer commenter owner profile account customer member guest from contact writer poster creator
		autore utente mittente recensore cliente autor usuario auteur utilisateur verfasser benutzer nutzer kunde remetente`)
	// answering: the name is about our answer.
	answering = set(`reply replies replied response responses responded respond answer answered risposta respuesta reponse antwort resposta`)
	// copied: the name is about another text that came along.
	copied = set(`quoted retweeted reposted shared translated translation tradotto traduzione traduit ubersetzt traducido parent receiver recipient mentioned thread root`)
	// things: the name is about something else than the mention.
	things = set(`product products campaign business place company brand store location hotel restaurant shop page query topic tag tags keyword keywords rule list
		image images img avatar picture pictures photo photos thumbnail icon media file attachment attachments email mail phone app version device browser group team
		updated update modified edited added indexed collected crawled scraped retrieved imported downloaded fetched last seen due closed resolved expiry
		prodotto campagna azienda negozio immagine foto posizione aggiornamento modifica producto empresa imagen produit entreprise produkt firma bild produto`)
	// aspects: behind a known name, they are what the column holds.
	aspects = set(`length type kind format hash rank karma agent gender sex location country city region state status verified flag rate percent percentage ratio average avg
		category categories tags hashtags bio age timezone zone color image domain host score scores confidence tipo lunghezza formato categoria pais pays land lang language lingua count counts words html`)
	// counting: the name is a number of something.
	counting = set(`count counts number num total totale numero nombre anzahl avg average`)
	// fillers say nothing.
	fillers = set(`the of a an in on to is str string full raw original owner s local utc gmt new del della dello dell di de du des der des do da dos das la le il lo l die das el los las`)
	// vague names mean something only when they stand alone: "campaign name"
	// is no author.
	vague = setOf(`name|nome|nom|id|user|post|content|from|da|time|ora|hora|score|note|nota|account|profile|body|social|site|sito|source|fonte|channel|canale|reply|risposta|mention|review|reviews|recensione|recensioni|avis|like|title|titolo|
		customer|cliente|codice|network|domain|provider|summary|feedback|created|published|posted|sender|tweet|rete|canal|publisher|resposta|antwort|reponse|respuesta|audience|data|autor|objet|comments|commenti|comentarios|commentaires|
		kommentare|replies|ups|nombre|description|descrizione|at|by|heure|zeit|hour|hrs|nick|urls|note|journalist|publication|abstract|contents|mail|outlet|reactions`)
)

func setOf(names string) map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Split(names, "|") {
		out[strings.TrimSpace(n)] = true
	}
	return out
}

// answers are the fields of an answer that has a mention's.
var answers = map[data.Field]data.Field{
	data.FieldText: data.FieldAnswer, data.FieldDate: data.FieldAnsweredAt,
}
