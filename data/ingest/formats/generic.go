package formats

import "vedetta/data"

// Generic maps any table by the names of its columns and by what they hold.
var Generic = Format{Key: "generic", Columns: generic()}

// names lists the column names (folded) for each field, the better ones
// first: Italian and English, then Spanish, French, German, Portuguese.
var names = []struct {
	field data.Field
	names []string
}{
	{data.FieldText, []string{
		"testo", "text", "full text", "commento", "comment", "messaggio", "message", "recensione", "review", "review text", "post message", "message text",
		"contenuto", "content", "review content", "review body", "testo recensione", "testo della recensione", "testo del commento", "testo del post", "comment text", "post text", "tweet", "tweet text", "post", "post content", "body",
		"corpo", "caption", "post caption", "didascalia", "descrizione", "description", "snippet", "mention", "mention content", "menzione", "feedback", "opinione", "summary", "excerpt", "highlights", "hit sentence",
		"texto", "comentario", "mensaje", "resena", "contenido", "opinion", "texte", "commentaire", "avis", "contenu", "kommentar", "nachricht", "bewertungstext", "rezension", "inhalt", "beitrag", "comentario texto", "mensagem", "avaliacao texto", "conteudo", "legenda",
		"text display", "text original", "contents", "sound bite text", "verbatim", "abstract", "testo originale", "product review", "hotel review",
	}},
	{data.FieldDate, []string{
		"data", "date", "published at", "created at", "pubblicato", "pubblicato il", "data pubblicazione", "data di pubblicazione", "published date", "publication date", "date published", "date created", "created date",
		"data e ora", "data creazione", "data recensione", "data della recensione", "data commento", "data del commento", "creato il", "timestamp", "datetime", "date time", "published", "publish time", "posted", "posted at", "posted on", "post date", "posted date",
		"created", "created time", "creation date", "tweet created", "review date", "comment date", "message date", "sent time", "published time", "taken at", "quando", "create time", "created on", "created utc",
		"fecha", "fecha de publicacion", "fecha de creacion", "publicado", "date de publication", "date de creation", "publie le", "cree le", "datum", "veroffentlicht", "veroffentlichungsdatum", "erstellt", "erstellt am", "data de publicacao", "data de criacao", "publicado em", "criado em",
		"at", "informazioni cronologiche", "horodateur", "zeitstempel", "marca temporal", "carimbo de data hora", "date de l avis", "submitted at", "submit date", "date submitted",
	}},
	{data.FieldTime, []string{"ora", "orario", "time", "hora", "heure", "uhrzeit", "hrs", "hour", "zeit", "time of day"}},
	{data.FieldAuthor, []string{
		"autore", "author", "nome autore", "author name", "nome", "name", "nome cliente", "cliente", "full name", "display name", "user full name", "profile name", "sender", "mittente", "from name", "commenter", "reviewer name", "user display name", "publisher",
		"reviewer", "recensore", "from", "da", "customer", "requester", "nome utente visualizzato", "author full name", "autor", "nombre", "nombre del autor", "auteur", "nom", "nom de l auteur", "verfasser", "name des autors", "nome do autor", "remetente", "owner name", "sender name",
		"by", "real name", "realname", "customer name", "username", "user name", "nome utente", "guest name", "journalist", "giornalista",
	}},
	{data.FieldHandle, []string{
		"handle", "username", "user name", "utente", "nome utente", "user", "screen name", "author handle", "nickname", "account", "author username", "owner username", "sender screen name", "user handle", "profile", "account name", "user screen name", "twitter handle", "usuario", "nombre de usuario", "utilisateur", "nom d utilisateur", "benutzer", "benutzername", "nutzername", "usuario nome",
		"from user", "from user name", "nick", "nick name", "author nickname", "screenname",
	}},
	{data.FieldAuthorID, []string{"author id", "user id", "id autore", "id utente", "from id", "owner id", "profile id", "sender id", "author fullname", "account id", "member id", "customer id"}},
	{data.FieldFollowers, []string{"followers", "follower", "seguaci", "followers count", "author followers", "follower count", "seguidores", "abonnes", "author follower count", "number of followers", "user followers", "no of followers", "subscribers", "iscritti", "abonnenten"}},
	{data.FieldID, []string{
		"id", "tweet id", "review id", "post id", "comment id", "mention id", "message id", "id recensione", "id commento", "id post", "ticket id", "status id", "native id", "id str",
		"id menzione", "external id", "codice", "identificativo", "uuid", "identifiant", "identificador", "kennung", "url hash", "mention uid", "article id", "document id",
	}},
	{data.FieldURL, []string{
		"url", "link", "permalink", "collegamento", "indirizzo", "post url", "review url", "tweet url", "page url", "comment url", "post link", "mention url", "link to post", "permanent link", "web link", "article url", "source url", "enlace", "lien", "verweis", "ligacao", "message url", "perma link", "mention link", "original url",
		"mention permalink", "urls", "source urls", "clip url", "link all articolo",
	}},
	{data.FieldTitle, []string{"titolo", "title", "headline", "oggetto", "subject", "review title", "titolo recensione", "post title", "titulo", "titre", "titel", "uberschrift", "assunto", "asunto", "objet", "betreff", "summary", "article title", "video title"}},
	{data.FieldRating, []string{"stelle", "rating", "valutazione", "voto", "stars", "star rating", "punteggio", "score", "review stars", "giudizio", "review rating", "estrellas", "calificacion", "puntuacion", "note", "etoiles", "bewertung", "sterne", "avaliacao", "estrelas", "nota"}},
	{data.FieldLang, []string{"lingua", "language", "lang", "idioma", "langue", "sprache", "language code", "detected language"}},
	{data.FieldInReplyTo, []string{"in reply to", "in risposta a", "reply to", "parent id", "in reply to status id", "reply to id", "parent comment id", "replied to", "comment parent", "parent comment", "parent"}},
	{data.FieldLikes, []string{"mi piace", "like", "likes", "like count", "likes count", "favorites", "favorite count", "reactions", "reazioni", "favourites", "me gusta", "j aime", "gefallt mir", "curtidas", "number of likes", "digg count", "upvotes", "ups", "total reactions", "reaction count", "likes and reactions", "reactions count", "thumbs up", "thumbs up count", "helpful count", "num helpful", "favorites count", "favourite count"}},
	{data.FieldReplies, []string{"commenti", "comments", "risposte", "replies", "reply count", "comment count", "comments count", "number of comments", "number of replies", "comentarios", "commentaires", "kommentare", "num comments", "replies count", "total comments", "comms num", "risposte totali", "total reply count"}},
	{data.FieldShares, []string{"condivisioni", "shares", "share count", "retweets", "retweet count", "repost", "reposts", "number of shares", "number of retweets", "compartidos", "partages", "geteilt", "compartilhamentos", "reposts count", "shares count"}},
	{data.FieldViews, []string{"visualizzazioni", "views", "view count", "impressions", "impression", "play count", "video views", "visualizaciones", "vues", "aufrufe", "visualizacoes", "impresiones", "impressionen", "views count"}},
	{data.FieldReach, []string{"reach", "copertura", "persone raggiunte", "portata", "audience", "potential reach", "estimated reach", "alcance", "portee", "reichweite", "social media reach", "potential audience", "lettori", "readership"}},
	{data.FieldSource, []string{"fonte", "source", "canale", "channel", "piattaforma", "platform", "social network", "network", "sito", "site", "page type", "source type", "source name", "social media", "media type", "fuente", "canal", "quelle", "plattform", "plateforme", "plataforma", "kanal", "rete", "social", "provider", "site name", "domain", "site type", "testata", "outlet", "outlet name", "media outlet", "publication", "giornale"}},
	{data.FieldSentiment, []string{"sentiment", "polarita", "polarity", "tono", "sentimiento", "tonalite", "stimmung", "sentimento", "sentiment label", "tonality", "message sentiment"}},
	{data.FieldAnswer, []string{"risposta", "nostra risposta", "reply", "company response", "owner response", "risposta del proprietario", "business reply", "owner answer", "management response", "respuesta", "reponse", "antwort", "resposta", "company reply", "business response", "our reply", "our response", "developer response", "developer reply", "risposta azienda"}},
	{data.FieldAnsweredAt, []string{"data risposta", "data della risposta", "reply date", "response date", "answered at", "owner answer date", "management response date", "company reply date", "business response date", "replied at", "responded at", "responded on", "owner response date"}},
	// Names of another field, which the content of the column decides between.
	{data.FieldDate, []string{"time", "ora", "hora", "heure", "zeit"}},
	{data.FieldText, []string{"comments", "commenti", "comentarios", "commentaires", "kommentare", "reviews", "recensioni"}},
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
