package formats

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// restored is a row of an own export.
type restored struct {
	cell    func(name string) string // as it stands, by folded name
	guarded bool                     // its cells are protected from spreadsheets
	zone    *time.Location
}

// restoreTable gives a mention of a table what it was when it was exported.
func restoreTable(m *data.Mention, cell func(name string) string) {
	restored{cell: cell, guarded: true}.mention(m)
}

func restoreJSON(m *data.Mention, cell func(name string) string) { restored{cell: cell}.mention(m) }

func (r restored) mention(m *data.Mention) {
	r.zone = time.UTC
	if zone, err := time.LoadLocation(r.text("Time zone")); err == nil {
		r.zone = zone
	}
	m.Title, m.Text, m.URL, m.InReplyTo = r.text("Title"), r.text("Text"), r.text("URL"), r.text("In reply to")
	m.Author.Name, m.Author.Handle, m.Author.ID = r.text("Author"), r.text("Handle"), r.text("Author id")
	m.Lang, m.SourceSentiment, m.PublishedRaw = r.text("Language"), r.text("Source sentiment"), r.text("Published as written")
	if n, err := strconv.ParseFloat(strings.Replace(r.text("Rating"), ",", ".", 1), 64); err == nil {
		m.Rating = n
	}
	if text := r.text("Public answer"); text != "" {
		m.Answer = &data.Answer{Text: text, SentAt: r.moment("Answered at")}
	}
	r.extras(m)
	r.identity(m)
	r.work(m)
}

// identity gives the mention its id, which tells the second in which it was
// published; a date that a person has changed since wins.
func (r restored) identity(m *data.Mention) {
	if source, id := r.text("Source"), r.text("External id"); source != "" && id != "" {
		m.Source, m.ExternalID = source, id
	}
	id, ok := readOwnID(r.text("Vedetta id"))
	if !ok {
		return
	}
	at := r.moment("Published at")
	if at.IsZero() || at.Unix() == id.PublishedAt().Unix() {
		m.ID, m.PublishedAt = id, id.PublishedAt()
		return
	}
	m.PublishedAt = at
}

// extras adds what was kept of other files. Columns that are none of ours are
// among the extras already.
func (r restored) extras(m *data.Mention) {
	var kept map[string]string
	r.object("Extra fields", &kept, m)
	for name, text := range kept {
		r.keep(m, name, text)
	}
}

func (restored) keep(m *data.Mention, name, text string) {
	if m.Extras == nil {
		m.Extras = map[string]string{}
	}
	m.Extras[name] = text
}

// work reads what the workspace had beside the mention.
func (r restored) work(m *data.Mention) {
	w := &data.Work{ChangedAt: r.moment("Triaged at")}
	if m.Answer != nil {
		w.Status = data.StatusReplied
	}
	if s, ok := data.ParseStatus(r.word("Status")); ok {
		w.Status = s
	}
	if l, ok := data.ParseLabel(r.word("Override")); ok {
		w.Override = &l
	}
	w.Starred, w.Note = r.word("Starred") == wordYes, r.text("Note")
	w.Priority = priorities[r.word("Priority")]
	w.Tags = splitList(r.text("Tags"))
	for _, mark := range splitList(r.text("Issues")) {
		w.Issues = append(w.Issues, readIssueMark(mark))
	}
	var replies []writtenReply
	r.object("Our replies", &replies, m)
	w.Replies = readReplies(replies)
	var seen []writtenSnapshot
	r.object("Seen before", &seen, m)
	w.Seen = readSeen(seen)
	if at := r.moment("Seen at"); len(w.Seen) == 0 && !at.IsZero() {
		w.Seen = []data.Snapshot{{SeenAt: at, Engagement: m.Engagement}}
	}
	m.Work = w
}

// text is the content of a column in whatever language its header is.
func (r restored) text(name string) string {
	c := ownByName[name]
	for _, header := range c.headers {
		if cell := r.cell(header); cell != "" {
			if r.guarded {
				return Unguard(cell, c.id)
			}
			return cell
		}
	}
	return ""
}

func (r restored) word(name string) string { return keyOfWord[Fold(r.text(name))] }

// moment reads a date and time; zero for what cannot be read.
func (r restored) moment(name string) time.Time {
	text := r.text(name)
	for _, layout := range []string{MomentLayout, time.DateOnly, time.RFC3339} {
		if t, err := time.ParseInLocation(layout, text, r.zone); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// object reads JSON; what cannot be read is kept with the extras.
func (r restored) object(name string, into any, m *data.Mention) {
	if text := r.text(name); text != "" && json.Unmarshal([]byte(text), into) != nil {
		r.keep(m, name, text)
	}
}

// columnNames are the folded headers of a column, and whether it has ids.
type columnNames struct {
	headers [2]string
	id      bool
}

var ownByName = func() map[string]columnNames {
	out := map[string]columnNames{}
	for _, c := range own {
		out[c.en] = columnNames{[2]string{Fold(c.en), Fold(c.it)}, c.kind == CellID}
	}
	return out
}()

// isOwn tells a line of an own export.
func isOwn(doc map[string]any) bool {
	id, _ := doc["vedetta_id"].(string)
	_, ok := readOwnID(id)
	return ok && (has(doc, "text") || has(doc, "rating")) && has(doc, "published_at")
}

// ownRow makes a row of a line.
func ownRow(doc map[string]any) []Row {
	row := Row{Cells: make([]string, len(own))}
	for i := range own {
		switch value := doc[keys[i]].(type) {
		case []any:
			if own[i].kind == CellList {
				row.Cells[i] = joinList(texts(value))
			} else {
				row.Cells[i] = compact(value)
			}
		case map[string]any:
			row.Cells[i] = compact(value)
		default:
			row.Cells[i] = scalar(value)
		}
	}
	return []Row{row}
}

func texts(values []any) (out []string) {
	for _, v := range values {
		out = append(out, scalar(v))
	}
	return out
}
