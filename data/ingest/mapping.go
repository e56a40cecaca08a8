package ingest

import (
	"errors"
	"fmt"
	"hash/fnv"
	"html"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// Mapping turns rows of one file into mentions. It does not change after
// Open; any number of goroutines may use it.
type Mapping struct {
	format  formats.Format
	names   map[string]int       // column by folded name
	fields  []data.Field         // by column
	columns map[data.Field][]int // by field, the better column first
	at      places               // the same, for reading rows
	header  []string
	source  string // of rows that name none
	dates   dates
	damaged bool
}

func newMapping(format formats.Format, header []string, plan data.Plan, zone *time.Location, written time.Time) (*Mapping, error) {
	m := &Mapping{format: format, header: header, names: map[string]int{}, columns: map[data.Field][]int{}, source: format.Source}
	for i := len(header) - 1; i >= 0; i-- {
		m.names[formats.Fold(header[i])] = i
	}
	m.fields = make([]data.Field, len(header))
	for _, c := range format.Columns {
		// The names of the generic mapping are guesses: the first is the best.
		if at, ok := m.names[c.Name]; ok && m.fields[at] == data.FieldNone && (format.Key != formats.Generic.Key || len(m.columns[c.Field]) == 0) {
			m.assign(c.Field, at)
		}
	}
	if err := m.override(plan); err != nil {
		return nil, err
	}
	if plan.Source != "" {
		m.source = formats.SourceKey(plan.Source)
	}
	m.at = placesOf(m.columns)
	m.dates = newDates(m.zoneOf(zone), plan.DateOrder, written)
	m.dates.usual = usualOrder(format, header)
	switch {
	case len(m.columns[data.FieldText]) == 0:
		return nil, data.Errorf(data.ErrFileNoText, "columns %q", header)
	case len(m.columns[data.FieldDate]) == 0:
		return nil, data.Errorf(data.ErrFileNoDate, "columns %q", header)
	}
	return m, nil
}

func (m *Mapping) assign(f data.Field, column int) {
	m.fields[column] = f
	if f != data.FieldNone {
		m.columns[f] = append(m.columns[f], column)
	}
}

// zoneOf is UTC where the date's column says so ("Review Created (UTC)").
func (m *Mapping) zoneOf(zone *time.Location) *time.Location {
	if len(m.at.date) > 0 && strings.HasSuffix(formats.Fold(m.header[m.at.date[0]]), " utc") {
		return time.UTC
	}
	return zone
}

// override lets the person's choices win.
func (m *Mapping) override(plan data.Plan) error {
	if plan.Columns != nil {
		m.columns = map[data.Field][]int{}
		for i := range m.fields {
			f := data.FieldNone
			if i < len(plan.Columns) {
				f = plan.Columns[i]
			}
			m.assign(f, i)
		}
	}
	for field, name := range plan.Map {
		at, ok := m.names[formats.Fold(name)]
		if !ok {
			return data.Errorf(data.ErrColumnUnknown, "column %q among %q", name, m.header)
		}
		m.columns[field] = []int{at}
		m.fields[at] = field
	}
	return nil
}

func (m *Mapping) namesSource() bool { return len(m.columns[data.FieldSource]) > 0 }

// places are the columns of the fields that every row is asked for.
type places struct {
	id, url, author, handle, authorID, followers, title, text, date, time, lang, rating, inReplyTo,
	likes, replies, shares, views, reach, source, sentiment, answer, answeredAt []int
}

func placesOf(c map[data.Field][]int) places {
	return places{
		c[data.FieldID], c[data.FieldURL], c[data.FieldAuthor], c[data.FieldHandle], c[data.FieldAuthorID], c[data.FieldFollowers],
		c[data.FieldTitle], c[data.FieldText], c[data.FieldDate], c[data.FieldTime], c[data.FieldLang], c[data.FieldRating], c[data.FieldInReplyTo],
		c[data.FieldLikes], c[data.FieldReplies], c[data.FieldShares], c[data.FieldViews], c[data.FieldReach], c[data.FieldSource],
		c[data.FieldSentiment], c[data.FieldAnswer], c[data.FieldAnsweredAt],
	}
}

// Looking through the file before reading it.
const (
	sampleRows     = 500
	samplesPerCell = 3
)

// learn looks at the first rows, and at as many more as it takes to tell day
// from month. It returns sample cells of each column.
func (m *Mapping) learn(rows rowSource) (samples [][]string, err error) {
	samples = make([][]string, len(m.header))
	ids := idsSeen{}
	seen := 0
	for ; seen < sampleRows || m.dates.undecided(); seen++ {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if row.Reject != "" {
			continue
		}
		m.dates.learn(m.date(row))
		if seen < sampleRows {
			ids.add(cell(row, m.at.id))
			collect(samples, row.Cells)
		}
	}
	if seen == 0 {
		return nil, data.Errorf(data.ErrFileNoRows, "a header and nothing below")
	}
	m.dates.settle()
	m.damaged = ids.damaged()
	return samples, nil
}

func collect(samples [][]string, cells []string) {
	for i := range samples {
		if i < len(cells) && cells[i] != "" && len(samples[i]) < samplesPerCell {
			samples[i] = append(samples[i], cells[i])
		}
	}
}

// cell is the first non-empty cell of some columns.
func cell(r Row, columns []int) string {
	for _, at := range columns {
		if at < len(r.Cells) {
			if c := strings.TrimSpace(r.Cells[at]); c != "" {
				return c
			}
		}
	}
	return ""
}

func (m *Mapping) date(r Row) string {
	d := cell(r, m.at.date)
	if t := cell(r, m.at.time); t != "" && d != "" {
		return d + " " + t
	}
	return d
}

// Mention makes a mention of a row, or says why it cannot.
func (m *Mapping) Mention(r Row) (data.Mention, data.Reason) {
	if r.Reject != "" {
		return data.Mention{}, r.Reject
	}
	out := data.Mention{
		ExternalID:   unwrap(cell(r, m.at.id)),
		URL:          cell(r, m.at.url),
		Title:        plainText(cell(r, m.at.title)),
		Text:         plainText(cell(r, m.at.text)),
		PublishedRaw: m.date(r),
		Lang:         formats.LanguageCode(cell(r, m.at.lang)),
		Rating:       rating(cell(r, m.at.rating)),
		InReplyTo:    unwrap(cell(r, m.at.inReplyTo)),
		Author: data.Author{
			Name:      cell(r, m.at.author),
			Handle:    strings.TrimPrefix(cell(r, m.at.handle), "@"),
			ID:        unwrap(cell(r, m.at.authorID)),
			Followers: count(cell(r, m.at.followers)),
		},
		Engagement: data.Engagement{
			Likes: count(cell(r, m.at.likes)), Replies: count(cell(r, m.at.replies)),
			Shares: count(cell(r, m.at.shares)), Views: count(cell(r, m.at.views)), Reach: count(cell(r, m.at.reach)),
		},
		SourceSentiment: strings.ToLower(cell(r, m.at.sentiment)),
	}
	if m.format.Fix != nil {
		return m.fixed(out, r)
	}
	return out, m.finish(&out, r)
}

// fixed is the rest of Mention for a format with a quirk. It is apart because
// the mention moves to the heap here, which most files need not pay for.
func (m *Mapping) fixed(out data.Mention, r Row) (data.Mention, data.Reason) {
	if reason := m.format.Fix(&out, func(name string) string { return m.named(r, name) }); reason != "" {
		return out, reason
	}
	return out, m.finish(&out, r)
}

func (m *Mapping) named(r Row, name string) string {
	if at, ok := m.names[name]; ok && at < len(r.Cells) {
		return strings.TrimSpace(r.Cells[at])
	}
	return ""
}

// finish fills in what depends on the rest of the mention.
func (m *Mapping) finish(out *data.Mention, r Row) data.Reason {
	if out.Text == "" {
		out.Text, out.Title = out.Title, ""
	}
	switch {
	case out.Text == "" && out.Rating == 0:
		return data.RejectNoText
	case out.PublishedRaw == "":
		return data.RejectNoDate
	}
	var ok bool
	if out.PublishedAt, ok = m.dates.parse(out.PublishedRaw); !ok {
		return data.RejectBadDate
	}
	out.Source = m.sourceOf(r, out.URL)
	if answer := cell(r, m.at.answer); answer != "" {
		sent, _ := m.dates.parse(cell(r, m.at.answeredAt))
		out.Answer = &data.Answer{Text: plainText(answer), SentAt: sent}
	}
	for _, at := range m.columns[data.FieldExtra] {
		if at < len(r.Cells) && r.Cells[at] != "" {
			if out.Extras == nil {
				out.Extras = map[string]string{}
			}
			out.Extras[strings.TrimSpace(m.header[at])] = r.Cells[at]
		}
	}
	if out.ExternalID == "" || m.damaged || scientific(out.ExternalID) {
		out.ExternalID = contentKey(out)
	}
	return ""
}

func (m *Mapping) sourceOf(r Row, url string) string {
	if m.format.Source == "" || m.namesSource() {
		if word := cell(r, m.at.source); word != "" {
			return formats.SourceKey(word)
		}
	}
	if m.source != "" {
		return m.source
	}
	if key := formats.SourceOfURL(url); key != "" {
		return key
	}
	return "file"
}

// contentKey names a mention that has no id of its own by who wrote what and
// when: true duplicates of a file get the same.
func contentKey(m *data.Mention) string {
	h := fnv.New128a()
	for _, part := range []string{m.Source, m.Author.Name, m.Author.Handle, m.Author.ID, strings.Join(strings.Fields(m.Title+"\n"+m.Text), " "), m.PublishedAt.UTC().Format(time.RFC3339)} {
		_, _ = io.WriteString(h, part)
		_, _ = h.Write([]byte{0})
	}
	return fmt.Sprintf("c:%x", h.Sum(nil))
}

// clean makes a cell valid text without NUL bytes.
func clean(cell string) string {
	if !utf8.ValidString(cell) {
		cell = strings.ToValidUTF8(cell, "\ufffd")
	}
	if strings.IndexByte(cell, 0) >= 0 {
		cell = strings.ReplaceAll(cell, "\x00", "")
	}
	return cell
}

// plainText resolves the entities that some tools leave in texts.
func plainText(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return s
}
