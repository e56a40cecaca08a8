package formats

import "vedetta/data"

// metaSuite is the content table of Meta Business Suite, with a header in the
// language of the account: our own posts with what they reached.
var metaSuite = Format{
	Key: "meta_suite",
	Signature: []string{
		"post id|id post|id del post|identificativo del post", "publish time|orario di pubblicazione|data di pubblicazione",
		"permalink|permalink del post|link permanente", "post type|tipo di post",
	},
	Order: data.DateMonthDay,
	Columns: []Column{
		{"post id", data.FieldID},
		{"id post", data.FieldID},
		{"id del post", data.FieldID},
		{"identificativo del post", data.FieldID},
		{"permalink", data.FieldURL},
		{"permalink del post", data.FieldURL},
		{"link permanente", data.FieldURL},
		{"page name", data.FieldAuthor},
		{"account name", data.FieldAuthor},
		{"nome della pagina", data.FieldAuthor},
		{"nome dell account", data.FieldAuthor},
		{"account username", data.FieldHandle},
		{"nome utente dell account", data.FieldHandle},
		{"page id", data.FieldAuthorID},
		{"account id", data.FieldAuthorID},
		{"id pagina", data.FieldAuthorID},
		{"id account", data.FieldAuthorID},
		{"title", data.FieldTitle},
		{"titolo", data.FieldTitle},
		{"description", data.FieldText},
		{"descrizione", data.FieldText},
		{"publish time", data.FieldDate},
		{"orario di pubblicazione", data.FieldDate},
		{"data di pubblicazione", data.FieldDate},
		{"reactions", data.FieldLikes},
		{"likes", data.FieldLikes},
		{"reazioni", data.FieldLikes},
		{"mi piace", data.FieldLikes},
		{"comments", data.FieldReplies},
		{"commenti", data.FieldReplies},
		{"shares", data.FieldShares},
		{"condivisioni", data.FieldShares},
		{"views", data.FieldViews},
		{"impressions", data.FieldViews},
		{"visualizzazioni", data.FieldViews},
		{"reach", data.FieldReach},
		{"copertura", data.FieldReach},
	},
	Ignored: []string{"date", "data", "data comment", "commento sui dati"},
}
