package formats

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vedetta/data"
)

// Format is one kind of export.
type Format struct {
	Key string // stable; its name stands under "format.<key>"
	// Signature are column names (folded) that must all be there; "a|b" asks
	// for one of several spellings.
	Signature []string
	Columns   []Column // what fills what; of several for one field the first non-empty wins
	Ignored   []string // columns (folded) not worth keeping; all others not in Columns become extras
	Source    string   // of rows that name none; "" lets the address decide
	// Order of day and month in this export's dates of three numbers, for
	// columns that do not tell themselves; "" if it follows the person's.
	Order data.DateOrder
	// Zone reads the zone of the dates from the records above the header; nil
	// result if they do not tell. The field is nil for most formats.
	Zone func(preamble [][]string) *time.Location
	// Headless tells how a table without header row is known; nil for others.
	Headless *Headless
	// Fix corrects what a declaration cannot say; cell gives any column of the
	// row by folded name. A reason rejects the row.
	Fix func(m *data.Mention, cell func(name string) string) data.Reason
	// Restore undoes the reading of a row of an export of ours: the mention as
	// it was, and the work on it. cell gives any cell as it stands, by folded
	// name. The format's files are read strictly and not mended. Nil for all
	// other formats.
	Restore func(m *data.Mention, cell func(name string) string)
	// JSON tells how documents become rows; nil for tables.
	JSON *JSON
}

// Column says which field a column fills.
type Column struct {
	Name  string // folded
	Field data.Field
}

// Headless is a kind of table whose first record is data already.
type Headless struct {
	Names []string // of its columns by position (folded), as the header it lacks
	// Is tells by the first records, cut at one delimiter, whether a table is
	// of this kind; one record is enough to ask.
	Is func(records [][]string) bool
}

// JSON is a kind of JSON export.
type JSON struct {
	Names []string // the columns of the rows it makes
	// Is tells whether a document is of this kind.
	Is func(doc map[string]any) bool
	// Rows makes rows of a document; a row with a reason is rejected.
	Rows func(doc map[string]any) []Row
}

// Row is a row made of JSON.
type Row struct {
	Cells  []string
	Reject data.Reason
}

// All are the formats, more telling signatures first; the generic mapping by
// names is not among them.
var All = []Format{
	vedetta, vedettaJSON, twcs, airline, twint, snscrape, twarcCSV, exportX, exportTikTok, exportComments,
	brandwatch, meltwater, meltwaterOld, talkwalker, crowdTangle, facepager, metaSuite,
	trustpilot, trustpilotScrape, outscraper, playConsole, amazonAlexa, amazonScraper,
	youtube, youtubeDataTools, youtubeSpam, sentipolc, ironita,
	sentiment140, sentipolc14, sentipolc16, germeval, tweetSentBR, youtubeSpamBare,
	googleTakeout, xAPI, xV1, mastodon, bluesky, reddit, youtubeDownloader, metaDYI, jsonFeed,
}

// ByKey finds a format; "generic" is one.
func ByKey(key string) (Format, bool) {
	for _, f := range append(All, Generic, Feed) {
		if f.Key == key {
			return f, true
		}
	}
	return Format{}, false
}

// Matches tells whether a header (folded) carries the format's signature.
func (f Format) Matches(header map[string]int) bool {
	for _, name := range f.Signature {
		if !slices.ContainsFunc(strings.Split(name, "|"), func(n string) bool { _, ok := header[n]; return ok }) {
			return false
		}
	}
	return len(f.Signature) > 0
}

// FieldOf is what a column (folded name) fills, and its rank among the
// columns of that field.
func (f Format) FieldOf(name string) (data.Field, int) {
	for i, c := range f.Columns {
		if c.Name == name {
			return c.Field, i
		}
	}
	return data.FieldNone, 0
}

// Ignores tells whether a column (folded name) is not worth keeping.
func (f Format) Ignores(name string) bool { return slices.Contains(f.Ignored, name) }

// Fold makes names comparable: lower case, no accents, words of letters and
// digits with single blanks between.
func Fold(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\ufeff':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}
