package formats

import "vedetta/data"

// Generic maps any table by the names of its columns, Italian and English.
var Generic = Format{Key: "generic", Columns: generic()}

// names lists the column names (folded) for each field, the better ones
// first.
var names = []struct {
	field data.Field
	names []string
}{
	{data.FieldText, []string{
		"testo", "text", "full text", "commento", "comment", "messaggio", "message", "recensione", "review", "review text",
		"contenuto", "content", "review content", "testo recensione", "testo della recensione", "comment text", "tweet", "tweet text", "post", "body",
		"corpo", "caption", "didascalia", "descrizione", "description", "snippet", "mention", "menzione", "feedback", "opinione",
	}},
	{data.FieldDate, []string{
		"data", "date", "published at", "created at", "pubblicato", "pubblicato il", "data pubblicazione", "data di pubblicazione",
		"data e ora", "data creazione", "data recensione", "data della recensione", "creato il", "timestamp", "datetime", "date time", "published", "publish time", "posted", "posted at",
		"created", "created time", "creation date", "tweet created", "review date", "quando",
	}},
	{data.FieldTime, []string{"ora", "orario", "time"}},
	{data.FieldAuthor, []string{
		"autore", "author", "nome autore", "author name", "nome", "name", "nome cliente", "cliente", "full name", "display name",
		"reviewer", "recensore", "from", "da", "customer", "nome utente visualizzato", "reviewer name",
	}},
	{data.FieldHandle, []string{"handle", "username", "user name", "utente", "nome utente", "user", "screen name", "author handle", "nickname", "account"}},
	{data.FieldAuthorID, []string{"author id", "user id", "id autore", "id utente"}},
	{data.FieldFollowers, []string{"followers", "follower", "seguaci", "followers count", "author followers"}},
	{data.FieldID, []string{
		"id", "tweet id", "review id", "post id", "comment id", "mention id", "message id", "id recensione", "id commento", "id post",
		"id menzione", "external id", "codice", "identificativo", "uuid",
	}},
	{data.FieldURL, []string{"url", "link", "permalink", "collegamento", "indirizzo", "post url", "review url", "tweet url", "page url"}},
	{data.FieldTitle, []string{"titolo", "title", "headline", "oggetto", "subject", "review title", "titolo recensione"}},
	{data.FieldRating, []string{"stelle", "rating", "valutazione", "voto", "stars", "star rating", "punteggio", "score", "review stars", "giudizio"}},
	{data.FieldLang, []string{"lingua", "language", "lang"}},
	{data.FieldInReplyTo, []string{"in reply to", "in risposta a", "reply to", "parent id", "in reply to status id"}},
	{data.FieldLikes, []string{"mi piace", "like", "likes", "like count", "likes count", "favorites", "favorite count", "reactions", "reazioni"}},
	{data.FieldReplies, []string{"commenti", "comments", "risposte", "replies", "reply count", "comment count", "comments count"}},
	{data.FieldShares, []string{"condivisioni", "shares", "share count", "retweets", "retweet count", "repost", "reposts"}},
	{data.FieldViews, []string{"visualizzazioni", "views", "view count", "impressions", "impression"}},
	{data.FieldReach, []string{"reach", "copertura", "persone raggiunte", "portata", "audience"}},
	{data.FieldSource, []string{"fonte", "source", "canale", "channel", "piattaforma", "platform", "social network", "network", "sito", "site", "page type", "source type"}},
	{data.FieldSentiment, []string{"sentiment", "polarita", "polarity", "tono"}},
	{data.FieldAnswer, []string{"risposta", "nostra risposta", "reply", "company response", "owner response", "risposta del proprietario"}},
	{data.FieldAnsweredAt, []string{"data risposta", "data della risposta", "reply date", "response date", "answered at"}},
}

func generic() []Column {
	var out []Column
	for _, n := range names {
		for _, name := range n.names {
			out = append(out, Column{name, n.field})
		}
	}
	return out
}
