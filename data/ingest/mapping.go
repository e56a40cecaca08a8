package ingest

import (
	"errors"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// Mapping turns rows of one file into mentions. It does not change after
// Open; any number of goroutines may use it.
type Mapping struct {
	format     formats.Format
	names      map[string]int       // column by folded name
	fields     []data.Field         // by column
	confidence []float64            // of the fields
	columns    map[data.Field][]int // by field, the better column first
	at         places               // the same, for reading rows
	extras     []int
	extraNames []string // of those
	header     []string
	source     string // of rows that name none
	dates      dates
	zoned      map[string]dates // by source, where a source has a zone of its own
	anyDate    time.Time        // the person's, for a file that tells none
	damaged    bool             // ids that a spreadsheet has rounded
	shared     map[string]bool  // sources whose addresses name no single mention
}

// contents is a table as far as its columns are to be understood.
type contents struct {
	format   formats.Format
	header   []string
	headless bool
	preamble [][]string
	profiles []profile // of the columns
}

// newMapping decides which column fills which field. The mapping comes with
// the error when text or date are missing: the person may know them.
func newMapping(c contents, plan data.Plan, zones Zones, written time.Time) (*Mapping, error) {
	m := &Mapping{format: c.format, header: c.header, names: map[string]int{}, columns: map[data.Field][]int{}, source: c.format.Source}
	for i := len(c.header) - 1; i >= 0; i-- {
		m.names[formats.Fold(c.header[i])] = i
	}
	m.fields, m.confidence = make([]data.Field, len(c.header)), make([]float64, len(c.header))
	if c.format.Key == formats.Generic.Key {
		for _, g := range guess(c.header, c.profiles) {
			m.assign(g.field, g.column, g.confidence)
		}
	} else {
		m.declared()
	}
	m.keepTheRest(c)
	if err := m.override(plan); err != nil {
		return m, err
	}
	if plan.Source != "" {
		m.source = formats.SourceKey(plan.Source)
	}
	if m.source == "" && slices.ContainsFunc(c.profiles, func(p profile) bool { return p.share(aClient) > 0.5 }) {
		m.source = "x"
	}
	m.at, m.extras = placesOf(m.columns), m.columns[data.FieldExtra]
	m.extraNames = extraNames(m.header, m.extras)
	m.setDates(c, plan, zones, written)
	switch {
	case len(m.columns[data.FieldText]) == 0 && len(m.columns[data.FieldTitle]) == 0:
		return m, data.Errorf(data.ErrFileNoText, "columns %q", c.header)
	case len(m.columns[data.FieldDate]) == 0 && plan.Date.IsZero():
		return m, data.Errorf(data.ErrFileNoDate, "columns %q", c.header)
	}
	return m, nil
}

// declared takes the columns that a known format names.
func (m *Mapping) declared() {
	for _, c := range m.format.Columns {
		if at, ok := m.names[c.Name]; ok && m.fields[at] == data.FieldNone {
			m.assign(c.Field, at, 1)
		}
	}
}

// keepTheRest makes extras of the columns that fill no field but hold
// something.
func (m *Mapping) keepTheRest(c contents) {
	for i, f := range m.fields {
		if f == data.FieldNone && i < len(c.profiles) && c.profiles[i].filled > 0 && !c.format.Ignores(formats.Fold(c.header[i])) {
			m.assign(data.FieldExtra, i, 1)
		}
	}
}

func (m *Mapping) assign(f data.Field, column int, confidence float64) {
	m.fields[column], m.confidence[column] = f, confidence
	if f != data.FieldNone {
		m.columns[f] = append(m.columns[f], column)
	}
}

// override lets the person's choices win.
func (m *Mapping) override(plan data.Plan) error {
	if plan.Columns != nil || plan.Map != nil {
		m.format.Restore = nil
	}
	if plan.Columns != nil {
		m.columns = map[data.Field][]int{}
		for i := range m.fields {
			f := data.FieldNone
			if i < len(plan.Columns) {
				f = plan.Columns[i]
			}
			m.assign(f, i, 1)
		}
	}
	for field, name := range plan.Map {
		at, ok := m.names[formats.Fold(name)]
		if !ok {
			return data.Errorf(data.ErrColumnUnknown, "column %q among %q", name, m.header)
		}
		m.columns[m.fields[at]] = slices.DeleteFunc(m.columns[m.fields[at]], func(c int) bool { return c == at })
		m.columns[field] = []int{at}
		m.fields[at], m.confidence[at] = field, 1
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
	sampleRows     = profiledRows
	samplesPerCell = 3
	longestLook    = 50 * time.Millisecond
)

// learn looks at the first rows, and at as many more as it takes to tell day
// from month, as long as that does not take long.
func (m *Mapping) learn(rows rowSource) error {
	ids, addresses := idsSeen{}, addressesSeen{}
	seen := 0
	for started := time.Now(); seen < sampleRows || m.dates.undecided() && time.Since(started) < longestLook; seen++ {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if row.Reject != "" {
			continue
		}
		m.dates.learn(m.date(row))
		if seen < sampleRows {
			ids.add(cell(row, m.at.id))
			addresses.add(cell(row, m.at.url))
		}
	}
	if seen == 0 {
		return data.Errorf(data.ErrFileNoRows, "a header and nothing below")
	}
	m.dates.settle()
	for source, d := range m.zoned {
		d.order = m.dates.order
		m.zoned[source] = d
	}
	m.damaged, m.shared = ids.damaged(), addresses.shared()
	return nil
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
	switch {
	case m.format.Fix != nil:
		return m.fixed(out, r)
	case m.format.Restore != nil:
		return m.restored(out, r)
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

// restored is the rest of Mention for an export of ours.
func (m *Mapping) restored(out data.Mention, r Row) (data.Mention, data.Reason) {
	asItStands := func(name string) string {
		if at, ok := m.names[name]; ok && at < len(r.Cells) {
			return r.Cells[at]
		}
		return ""
	}
	for _, at := range m.at.text {
		if out.Text == "" && at < len(r.Cells) {
			out.Text = r.Cells[at] // it may be blanks alone
		}
	}
	if reason := m.finish(&out, r); reason != "" {
		return out, reason
	}
	m.format.Restore(&out, asItStands)
	if scientific(out.ExternalID) { // a spreadsheet has saved it
		out.ExternalID = contentKey(&out)
	}
	return out, ""
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
	case out.PublishedRaw == "" && m.anyDate.IsZero():
		return data.RejectNoDate
	}
	m.place(out, r)
	if reason := m.datePublished(out); reason != "" {
		return reason
	}
	if answer := cell(r, m.at.answer); answer != "" {
		sent, _ := m.dates.parse(cell(r, m.at.answeredAt))
		out.Answer = &data.Answer{Text: plainText(answer), SentAt: sent}
	}
	m.addExtras(out, r)
	if out.ExternalID == "" {
		out.ExternalID = contentKey(out)
	}
	return ""
}

// addExtras keeps the columns that fill no field.
func (m *Mapping) addExtras(out *data.Mention, r Row) {
	for i, at := range m.extras {
		if at >= len(r.Cells) || r.Cells[at] == "" {
			continue
		}
		if out.Extras == nil {
			out.Extras = make(map[string]string, len(m.extras))
		}
		out.Extras[m.extraNames[i]] = r.Cells[at]
	}
}

// extraNames are names for columns, one for each: those without have the
// number of the column, of two that are called the same the second has it too.
func extraNames(header []string, columns []int) []string {
	names, taken := make([]string, len(columns)), map[string]bool{}
	for i, at := range columns {
		name := strings.TrimSpace(header[at])
		if name == "" {
			name = strconv.Itoa(at + 1)
		}
		if taken[name] {
			name += " (" + strconv.Itoa(at+1) + ")"
		}
		names[i], taken[name] = name, true
	}
	return names
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
