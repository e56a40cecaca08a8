package data

import "time"

// Field is a part of a mention that a column of a file can fill.
type Field string

// The fields a column can be mapped to. FieldNone leaves the column out.
const (
	FieldNone       Field = ""
	FieldID         Field = "id"
	FieldURL        Field = "url"
	FieldAuthor     Field = "author"
	FieldHandle     Field = "handle"
	FieldAuthorID   Field = "author_id"
	FieldFollowers  Field = "followers"
	FieldTitle      Field = "title"
	FieldText       Field = "text"
	FieldDate       Field = "date"
	FieldTime       Field = "time" // joined to the date with a blank
	FieldLang       Field = "lang"
	FieldRating     Field = "rating"
	FieldInReplyTo  Field = "in_reply_to"
	FieldLikes      Field = "likes"
	FieldReplies    Field = "replies"
	FieldShares     Field = "shares"
	FieldViews      Field = "views"
	FieldReach      Field = "reach"
	FieldSource     Field = "source"
	FieldSentiment  Field = "sentiment" // the source's own label
	FieldAnswer     Field = "answer"    // our public answer
	FieldAnsweredAt Field = "answered_at"
	FieldExtra      Field = "extra" // kept under the column's name
	FieldWork       Field = "work"  // of an export of ours: restored; nobody can choose it
)

// Fields lists the fields in the order in which a person chooses them.
var Fields = []Field{
	FieldText, FieldDate, FieldTime, FieldAuthor, FieldHandle, FieldID, FieldURL, FieldTitle,
	FieldRating, FieldLang, FieldSource, FieldLikes, FieldReplies, FieldShares, FieldViews, FieldReach,
	FieldFollowers, FieldAuthorID, FieldInReplyTo, FieldSentiment, FieldAnswer, FieldAnsweredAt,
	FieldExtra, FieldNone,
}

// DateOrder says how a date of three numbers is read.
type DateOrder string

// The date orders. DateUnclear means no row decided; day first was taken.
const (
	DateOther    DateOrder = "" // ISO, month names, epoch: nothing to decide
	DateDayFirst DateOrder = "day_month_year"
	DateMonthDay DateOrder = "month_day_year"
	DateUnclear  DateOrder = "unclear"
)

// Column is one column of a file and what it fills.
type Column struct {
	Name    string // as in the header; "Column 3" style names come from the UI when empty
	Field   Field
	Samples []string // up to three non-empty cells
	// Confidence is how sure the field is, 0..1: 1 when a known format, the
	// person or a remembered choice says so, less when it was guessed.
	Confidence float64
}

// Recognition is what was found out about a file before importing it.
type Recognition struct {
	Path       string
	Entry      string // the file inside the archive at Path; "" for a plain file
	Size       int64
	Format     string   // key of the format, "generic" when mapped by column names
	Encoding   string   // "utf-8", "utf-8-bom", "utf-16le", "windows-1252", "macintosh", …; empty where the format fixes it
	Sheets     []string // of a workbook, in its order; nil for other files
	Sheet      string   // the one that is read
	Headless   bool     // the first row is data already; columns have no names
	Remembered bool     // the person's choice for this header was found and taken
	Header     string   // signature of the header, under which a choice is remembered
	Delimiter  string   // ",", ";", "\t", "|"; empty for JSON
	Skipped    int      // lines above the header that were left out
	Columns    []Column
	DateOrder  DateOrder
	Zone       string // zone taken for dates that carry none
	DamagedIDs bool   // ids were rounded by a spreadsheet; a content key is used
	Source     string // source given to rows that name none
}

// Plan is a recognised file with the person's changes, ready to import.
type Plan struct {
	Path      string
	Entry     string           // the file inside the archive at Path
	Sheet     string           // of a workbook; "" takes the first with mentions
	Headless  bool             // the person says that the first row is data
	Format    string           // "" lets the file decide
	Columns   []Field          // by position, overriding the recognition; nil keeps it
	Map       map[Field]string // by column name, overriding the recognition
	Source    string           // overrides Recognition.Source
	DateOrder DateOrder        // overrides the decision; DateOther keeps it
	Zone      *time.Location   // for dates without a zone; nil means the workspace's
	Date      time.Time        // of every mention of a file that tells none; zero if the file does
}

// Preview is a recognised file with its first mentions.
type Preview struct {
	Recognition
	First []Mention // the first rows as they will be stored, classified
}

// Counts says what became of the rows of a file.
type Counts struct {
	Rows     int // rows read
	New      int // mentions added
	Known    int // mentions that were here already
	Updated  int // of Known: engagement refreshed, an answer or work added
	Linked   int // of Known: the same mention under another id, brought by another tool
	Rejected int
	Repaired int // rows whose damaged text was mended; they count among the others too
	Reasons  map[Reason]int
}

// Evidence is the row a mention was made of, as it was read.
type Evidence struct {
	Import Import
	Line   int
	Names  []string // the header
	Cells  []string
	SHA256 string // hex, of the stored row
	Sound  bool   // the stored row is the one that was imported
}

// Reason is why a row was rejected; a stable key, translated for people.
type Reason string

// The reasons for rejecting a row.
const (
	RejectNoText   Reason = "no_text"
	RejectNoDate   Reason = "no_date"
	RejectBadDate  Reason = "bad_date"
	RejectBadRow   Reason = "bad_row"   // the line could not be read at all
	RejectTooLong  Reason = "too_long"  // a cell over the size limit
	RejectOwn      Reason = "own"       // written by the company itself
	RejectDeleted  Reason = "deleted"   // a deletion notice, no text left
	RejectNotAText Reason = "not_a_row" // an error object or a page without mentions
)

// RejectedRow is a row that could not become a mention.
type RejectedRow struct {
	Line   int // 1-based line of the file at which the row starts
	Reason Reason
	Raw    string // the row as a line of CSV, at most 64 KB of it
}

// Import is one run that brought mentions in.
type Import struct {
	ID         int64
	Path       string // of a file in an archive: the archive's path, "/", the entry; "" when pasted or typed in
	Format     string
	StartedAt  time.Time
	FinishedAt time.Time // zero while running or interrupted
	State      ImportState
	Error      *Error // why it failed or waits; nil otherwise
	Counts
}

// ImportState tells how an import ended.
type ImportState string

// The states of an import. Running, found at start-up, becomes interrupted.
// Failed and waiting ones come from the watched folder: nothing is in of
// them, and they leave the history when the file is imported.
const (
	ImportRunning     ImportState = "running"
	ImportDone        ImportState = "done"
	ImportCancelled   ImportState = "cancelled"
	ImportInterrupted ImportState = "interrupted"
	ImportUndone      ImportState = "undone"
	ImportFailed      ImportState = "failed"  // Import.Error says why
	ImportWaiting     ImportState = "waiting" // for the person to look at its columns and dates
)
