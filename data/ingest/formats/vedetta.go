package formats

import (
	"strings"
	"time"

	"vedetta/data"
)

// Own are the exports of a workspace: written and read here, so that the two
// cannot part. vedetta is a table with headers in the language of the person
// who exported it; either language is read, whatever the reader's. JSON Lines
// have the English names.
//
// The names stand here and not among the translations because they are a file
// format: a better word may be added to what is read, none may be taken away.
var (
	vedetta     = Format{Key: "vedetta", Signature: ownSignature(), Columns: ownColumns(), Ignored: ownIgnored(), Restore: restoreTable}
	vedettaJSON = Format{Key: "vedetta_json", Columns: ownJSONColumns(), Ignored: ownIgnored(), Restore: restoreJSON, JSON: &JSON{Names: ownNames(), Is: isOwn, Rows: ownRow}}
)

// CellKind is what stands in a column of an own export.
type CellKind int

// The kinds. They say how a cell is protected from spreadsheets and how it is
// written in a workbook.
const (
	CellText   CellKind = iota // anything: words of strangers or of the person
	CellID                     // an id that must stay text, be it all digits
	CellNumber                 // empty if not known
	CellMoment                 // date and time
	CellWord                   // a key that has a word in each language
	CellList                   // several texts
	CellObject                 // JSON
	CellZone                   // the zone of the moments in the row
)

// ownColumn is a column: its headers, what it fills where nothing is restored
// (FieldNone if it is only for reading), its kind and where its content is.
type ownColumn struct {
	en, it string
	field  data.Field
	kind   CellKind
	text   func(*data.Mention) string          // of texts, ids, words and objects
	number func(*data.Mention) (float64, bool) // false: not known
	moment func(*data.Mention) time.Time
	list   func(*data.Mention) []string
}

// key is the column's name in JSON.
func (c *ownColumn) key() string { return strings.ReplaceAll(Fold(c.en), " ", "_") }

// own are the columns, those for a person's eye first.
var own = []ownColumn{
	{en: "Vedetta id", it: "Id Vedetta", field: data.FieldWork, kind: CellID, text: func(m *data.Mention) string { return ownID(m.ID) }},
	{en: "Published at", it: "Pubblicata il", field: data.FieldDate, kind: CellMoment, moment: func(m *data.Mention) time.Time { return m.PublishedAt }},
	{en: "Time zone", it: "Fuso orario", kind: CellZone},
	{en: "Source", it: "Fonte", field: data.FieldSource, text: func(m *data.Mention) string { return m.Source }},
	{en: "Author", it: "Autore", field: data.FieldAuthor, text: func(m *data.Mention) string { return m.Author.Name }},
	{en: "Handle", it: "Nome utente", field: data.FieldHandle, kind: CellID, text: func(m *data.Mention) string { return m.Author.Handle }},
	{en: "Title", it: "Titolo", field: data.FieldTitle, text: func(m *data.Mention) string { return m.Title }},
	{en: "Text", it: "Testo", field: data.FieldText, text: func(m *data.Mention) string { return m.Text }},
	{en: "Rating", it: "Voto", field: data.FieldRating, kind: CellNumber, number: func(m *data.Mention) (float64, bool) { return m.Rating, m.Rating != 0 }},
	{en: "Label", it: "Sentiment", kind: CellWord, text: func(m *data.Mention) string { return effective(m).String() }},
	{en: "Score", it: "Punteggio", kind: CellNumber, number: func(m *data.Mention) (float64, bool) { return m.Sentiment.Score, true }},
	{en: "Status", it: "Stato", field: data.FieldWork, kind: CellWord, text: func(m *data.Mention) string { return m.Work.Status.String() }},
	{en: "Starred", it: "Con stella", field: data.FieldWork, kind: CellWord, text: func(m *data.Mention) string { return yes(m.Work.Starred) }},
	{en: "Priority", it: "Priorità", field: data.FieldWork, kind: CellWord, text: priority},
	{en: "Tags", it: "Tag", field: data.FieldWork, kind: CellList, list: func(m *data.Mention) []string { return m.Work.Tags }},
	{en: "Issues", it: "Problemi", field: data.FieldWork, kind: CellList, list: issueMarks},
	{en: "Note", it: "Nota", field: data.FieldWork, text: func(m *data.Mention) string { return m.Work.Note }},
	{en: "Our replies", it: "Nostre risposte", field: data.FieldWork, kind: CellObject, text: ownReplies},
	{en: "Public answer", it: "Risposta pubblica", field: data.FieldAnswer, text: func(m *data.Mention) string { return answer(m).Text }},
	{en: "Answered at", it: "Risposto il", field: data.FieldAnsweredAt, kind: CellMoment, moment: func(m *data.Mention) time.Time { return answer(m).SentAt }},
	{en: "Likes", it: "Mi piace", field: data.FieldLikes, kind: CellNumber, number: count(func(e *data.Engagement) int64 { return e.Likes })},
	{en: "Replies", it: "Commenti", field: data.FieldReplies, kind: CellNumber, number: count(func(e *data.Engagement) int64 { return e.Replies })},
	{en: "Shares", it: "Condivisioni", field: data.FieldShares, kind: CellNumber, number: count(func(e *data.Engagement) int64 { return e.Shares })},
	{en: "Views", it: "Visualizzazioni", field: data.FieldViews, kind: CellNumber, number: count(func(e *data.Engagement) int64 { return e.Views })},
	{en: "Reach", it: "Portata", field: data.FieldReach, kind: CellNumber, number: count(func(e *data.Engagement) int64 { return e.Reach })},
	{en: "URL", it: "Collegamento", field: data.FieldURL, text: func(m *data.Mention) string { return m.URL }},
	{en: "Language", it: "Lingua", field: data.FieldLang, kind: CellID, text: func(m *data.Mention) string { return m.Lang }},
	{en: "Followers", it: "Follower", field: data.FieldFollowers, kind: CellNumber, number: func(m *data.Mention) (float64, bool) {
		return float64(m.Author.Followers), m.Author.Followers != data.Unknown
	}},
	{en: "External id", it: "Id esterno", field: data.FieldID, kind: CellID, text: func(m *data.Mention) string { return m.ExternalID }},
	{en: "Author id", it: "Id autore", field: data.FieldAuthorID, kind: CellID, text: func(m *data.Mention) string { return m.Author.ID }},
	{en: "In reply to", it: "In risposta a", field: data.FieldInReplyTo, kind: CellID, text: func(m *data.Mention) string { return m.InReplyTo }},
	{en: "Source sentiment", it: "Sentiment della fonte", field: data.FieldSentiment, text: func(m *data.Mention) string { return m.SourceSentiment }},
	{en: "Model label", it: "Sentiment del modello", kind: CellWord, text: func(m *data.Mention) string { return m.Sentiment.Label.String() }},
	{en: "Confidence", it: "Certezza", kind: CellNumber, number: func(m *data.Mention) (float64, bool) { return m.Sentiment.Confidence, true }},
	{en: "Override", it: "Sentiment corretto", field: data.FieldWork, kind: CellWord, text: override},
	{en: "Triaged at", it: "Lavorata il", field: data.FieldWork, kind: CellMoment, moment: func(m *data.Mention) time.Time { return m.Work.ChangedAt }},
	{en: "Seen at", it: "Vista il", field: data.FieldWork, kind: CellMoment, moment: func(m *data.Mention) time.Time { at, _ := m.Work.LastSeen(); return at }},
	{en: "Seen before", it: "Vista prima", field: data.FieldWork, kind: CellObject, text: seenBefore},
	{en: "Published as written", it: "Data come scritta", field: data.FieldWork, kind: CellID, text: func(m *data.Mention) string { return m.PublishedRaw }},
	{en: "Extra fields", it: "Campi extra", field: data.FieldWork, kind: CellObject, text: extraFields},
}

func ownSignature() []string {
	var out []string
	for _, name := range []string{"Vedetta id", "Published at", "Text"} {
		c := ownNamed(name)
		out = append(out, Fold(c.en)+"|"+Fold(c.it))
	}
	return out
}

func ownNamed(en string) *ownColumn {
	for i := range own {
		if own[i].en == en {
			return &own[i]
		}
	}
	return nil
}

func ownColumns() []Column {
	out := ownJSONColumns()
	for _, c := range own {
		if c.field != data.FieldNone {
			out = append(out, Column{Fold(c.it), c.field})
		}
	}
	return out
}

func ownJSONColumns() (out []Column) {
	for _, c := range own {
		if c.field != data.FieldNone {
			out = append(out, Column{Fold(c.en), c.field})
		}
	}
	return out
}

func ownIgnored() (out []string) {
	for _, c := range own {
		if c.field == data.FieldNone {
			out = append(out, Fold(c.en), Fold(c.it))
		}
	}
	return out
}

func ownNames() (out []string) {
	for _, c := range own {
		out = append(out, Fold(c.en))
	}
	return out
}
