package drill

import (
	"time"

	"vedetta/data"
)

// Drill is a case to practise on.
type Drill struct {
	Key        string
	Own        bool // written by the person, not built in
	Lang       string
	Zone       *time.Location
	Start      time.Time // where the person comes in; what is before is there already
	T0         time.Time // when it began, for those who could have known
	Name       Text
	Briefing   Text
	Note       Text // what must be said beside the name; may be empty
	Business   string
	Sources    []Source
	Facts      []Fact
	Curves     map[string]Curve
	Days       []Day // in order
	Themes     []Theme
	Channels   []Channel
	Fixed      []Fixed
	Injects    []Inject // in order
	Expected   Expected
	Statements []Statement

	phrases phrasebook
}

// Text is a text by language.
type Text map[string]string

// In is the text in a language, else in English, else in any.
func (t Text) In(lang string) string {
	for _, l := range []string{lang, "en", "it"} {
		if s := t[l]; s != "" {
			return s
		}
	}
	return ""
}

// Certainty is how sure something is that a drill tells.
type Certainty string

// The certainties.
const (
	Sourced  Certainty = "sourced"
	Derived  Certainty = "derived" // by arithmetic on what is sourced
	Doubtful Certainty = "doubtful"
	Invented Certainty = "invented"
)

// Source is where facts come from.
type Source struct{ Key, Title, URL string }

// Fact is something that happened.
type Fact struct {
	At        time.Time
	WholeDay  bool // the hour is not known
	Certainty Certainty
	Sources   []string // keys
	Text      Text
}

// Curve is how the mentions of a day spread over its hours; its sum is 1.
type Curve [24]float64

// Day is how many mentions a day brings, in the drill's zone.
type Day struct {
	Date               time.Time // its midnight
	Mentions           int
	Spread             int     // it brings up to so many more or less
	Negative, Positive float64 // shares, 0..1
	Curve              string
	Certainty          Certainty
	Sources            []string
}

// Like tells whether two days bring the same, as far as a drill says.
func (d Day) Like(o Day) bool {
	return d.Mentions == o.Mentions && d.Spread == o.Spread && d.Negative == o.Negative && d.Certainty == o.Certainty
}

// Theme is what mentions of a label are about in a time.
type Theme struct {
	Label    data.Label
	Name     string
	Weight   float64
	From, To time.Time // zero: always
}

// Channel is a source of mentions with how often it is drawn.
type Channel struct {
	Source    string
	Weight    float64
	Followers float64 // the median; 0 where it tells none
}

// Fixed is a mention at a known time.
type Fixed struct {
	At                              time.Time
	Source                          string
	Label                           data.Label
	Author, Text                    string
	Followers, Shares, Likes, Reach int64
}

// Inject is something that happens beside the mentions and wants an answer.
type Inject struct {
	Key     string
	At      time.Time
	Kind    string
	Minutes int // within which it wants an answer; 0 for none
	Title   Text
	Text    Text
	Wanted  Text // what would be a good answer
}

// InjectKinds are the kinds of injects.
var InjectKinds = [...]string{
	"press_call", "angry_mail", "leak", "statement", "market", "authority", "staff", "supplier", "news", "fact",
}

// Expected are the answers that are right.
type Expected struct {
	Type       data.CrisisType
	Cluster    data.Cluster
	History    bool // a similar crisis before
	Level      int
	Strategies []data.Strategy
	Holding    time.Duration // from T0 to the holding statement
	Detect     time.Duration // from T0 to an incident or issue
	Why        Text
}

// Statement is one that was published in the case, with what the checker
// should say of it.
type Statement struct {
	At       time.Time
	WholeDay bool
	Kind     string
	Sources  []string
	Title    Text
	Text     string
	Warns    []string // rules that must warn
	Praises  []string // rules that must praise
	Not      []string // rules that must keep quiet
}

// Begin is the first moment of which there are mentions.
func (d *Drill) Begin() time.Time { return d.Days[0].Date }

// End is the midnight after the last day.
func (d *Drill) End() time.Time { return d.Days[len(d.Days)-1].Date.AddDate(0, 0, 1) }

// Mentions is how many mentions it brings.
func (d *Drill) Mentions() (n int) {
	for _, day := range d.Days {
		n += day.Mentions
	}
	return n
}
