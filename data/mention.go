package data

import "time"

// ID orders mentions by time: the Unix second of publication in the high 44
// bits, 20 bits of hash below. A larger ID is a newer mention.
type ID int64

const idHashBits = 20

// PublishedAt is the second in which the mention was published.
func (id ID) PublishedAt() time.Time { return time.Unix(int64(id)>>idHashBits, 0).UTC() }

// Unknown marks a count that the source did not give.
const Unknown int64 = -1

// Mention is one public text about us, as it was brought in. It is evidence:
// once stored only its engagement is refreshed, each change with a snapshot.
type Mention struct {
	ID              ID // 0 until stored, unless an export of a workspace tells it
	Source          string
	ExternalID      string // the source's id as text, or a content key "c:…"
	URL             string
	Author          Author
	Title           string
	Text            string
	PublishedAt     time.Time // UTC
	PublishedRaw    string    // as written in the file
	Lang            string    // ISO 639-1; the source's word or, if empty, the classifier's
	Rating          float64   // 1..5, 0 when the source has none
	InReplyTo       string
	Engagement      Engagement
	SourceSentiment string            // the source's own label, kept beside ours
	Extras          map[string]string // columns kept as extra fields
	Answer          *Answer           // our public answer, when the export carries it
	Ours            *Ours             // it is our own text; nil for what others wrote
	Sentiment       Sentiment
	Import          int64
	Line            int   // of the import's file, 1-based
	Work            *Work // told only by an export of a workspace; nil otherwise
}

// Author is who wrote a mention.
type Author struct {
	Name, Handle, ID string
	Followers        int64 // Unknown if not given
}

// Shown is the name to print for the author: name, else @handle, else id.
func (a Author) Shown() string {
	switch {
	case a.Name != "":
		return a.Name
	case a.Handle != "":
		return "@" + a.Handle
	}
	return a.ID
}

// Engagement is one observation of a mention's counts; Unknown where absent.
type Engagement struct {
	Likes, Replies, Shares, Views, Reach int64
}

// NoEngagement is the observation of a source that gives no counts.
var NoEngagement = Engagement{Unknown, Unknown, Unknown, Unknown, Unknown}

// Snapshot is an engagement as seen at a moment.
type Snapshot struct {
	SeenAt time.Time
	Engagement
}

// Answer is a public answer of ours found in an export.
type Answer struct {
	Text   string
	SentAt time.Time // zero if the export does not say
}

// Sentiment is the classifier's finding for a text.
type Sentiment struct {
	Label      Label      // the most probable one
	P          [3]float64 // probability of each label, in their order; their sum is 1
	Score      float64    // P[Positive] - P[Negative], -1..1
	Confidence float64    // P[Label]
	Rated      bool       // the source's stars had a say
	Lang       string     // ISO 639-1, "other" if it is none that the model knows
	Words      []Word     // what pushed the label, strongest first

	Complaint float64 // probability that something is to be put right, 0..1

	Watched WatchSet // what the words to watch in the text are about
	Model   int64    // the model that said all this
}

// sureFrom is the probability below which no label is claimed.
const sureFrom = 0.5

// Uncertain tells that no label is probable enough to be claimed.
func (s Sentiment) Uncertain() bool { return s.Confidence < sureFrom }

// Probabilities finds P in what a workspace keeps: label, score, confidence.
func (s Sentiment) Probabilities() (p [3]float64) {
	switch c := s.Confidence; s.Label {
	case Negative:
		p[Negative], p[Positive] = c, c+s.Score
	case Positive:
		p[Positive], p[Negative] = c, c-s.Score
	default:
		p[Positive], p[Negative] = (1-c+s.Score)/2, (1-c-s.Score)/2
	}
	p[Neutral] = 1 - p[Negative] - p[Positive]
	return p
}

// Word is a part of the text that pushed the label, with its signed weight.
type Word struct {
	Text   string
	Weight float64
}

// Row is a mention as a list shows it: no bodies, nothing to look up again.
type Row struct {
	ID          ID
	Source      string
	Author      string
	Snippet     string // at most SnippetRunes, one line
	PublishedAt time.Time
	Label       Label
	Overridden  bool
	Uncertain   bool // the model claims no label, and the person gave none
	Watched     WatchSet
	Status      Status
	Starred     bool
	Priority    int8      // as set by hand
	Snoozed     time.Time // put off until then, which may be past; zero if never
	DueAt       time.Time // when an answer is due; zero where none is
	Rating      float64
	Reach       int64
	Tags        []string
	TagColors   []TagColor // in step with Tags
	Copies      int        // mentions that say the same and are folded into this row
	CopyOf      ID         // the row into which it is folded, where it is shown all the same
}

// SnippetRunes is how much of a text a Row carries.
const SnippetRunes = 140

// Detail is everything about one mention that the detail pane shows.
type Detail struct {
	Mention
	Triage
	Label     Label // the effective one: override, else the model's
	Watched   []Watched
	Snapshots []Snapshot
	Replies   []Reply
	Snoozed   time.Time // put off until then; zero if not, or back
	// Author history, this mention left out.
	AuthorMentions, AuthorNegative int
}
