package crisis

import (
	"slices"
	"sync"
	"time"
)

// Kind is what a draft is for.
type Kind string

// The kinds of drafts.
const (
	KindReply      Kind = "reply"
	KindHolding    Kind = "holding"
	KindApology    Kind = "apology"
	KindCorrection Kind = "correction"
	KindClosing    Kind = "closing"
	KindInternal   Kind = "internal"
)

// Context is what is known around a draft.
type Context struct {
	Kind        Kind
	Lang        string // "it", "en"; empty to guess it
	Mention     string // what is answered; empty for statements
	MentionLang string
	Complaint   bool      // the mention complains: concern and a next step are expected
	Names       []string  // of its author: to address them gives nothing away
	Own         []string  // our own addresses, numbers and names: public anyway
	Earlier     []Earlier // what we published in this case before
	Claims      []Claim
}

// Earlier is something published before.
type Earlier struct {
	Text string
	At   time.Time
}

// Claim is something people say, and what we found: "confirmed", "open",
// "false" or "out_of_date".
type Claim struct{ Text, State string }

// Remark is praise or a warning about a draft, and the first place that earns
// it as byte offsets; 0, 0 where something is missing.
type Remark struct {
	Rule     Rule
	Good     bool
	From, To int
}

var drafts = sync.Pool{New: func() any { return new(draft) }}

// Check remarks on a draft: praise first, then warnings, each rule once, in
// the order of Rules. An empty draft has no remarks.
func Check(text string, c Context) []Remark {
	d := drafts.Get().(*draft)
	defer drafts.Put(d)
	d.read(text, c)
	if len(d.words.list) == 0 {
		return nil
	}
	for _, look := range looks {
		look(d)
	}
	return d.remarks()
}

// looks are the steps of a check; later ones ask what earlier ones found.
var looks = []func(*draft){
	(*draft).phrases,
	(*draft).apology,
	(*draft).wrongAct,
	(*draft).internal,
	(*draft).calm,
	(*draft).bargain,
	(*draft).personal,
	(*draft).shouting,
	(*draft).unfilled,
	(*draft).canned,
	(*draft).forms,
	(*draft).language,
	(*draft).consistency,
	(*draft).openClaims,
	(*draft).missing,
	(*draft).length,
}

// span is a place in the text; set when there is one, or when it stands for
// something missing.
type span struct {
	from, to int
	set      bool
}

// draft is the working memory of one check.
type draft struct {
	text  string
	c     Context
	words tokens
	lists []*patterns // of the languages it is written in
	about *patterns   // of the main one
	hits  []hit
	found [rules]span
	other tokens // for the texts around it
	raw   []hit

	tongue string
}

func (d *draft) read(text string, c Context) {
	d.text, d.c, d.found, d.hits = text, c, [rules]span{}, d.hits[:0]
	d.words.cut(text)
	d.tongue = guessTongue(&d.words)
	d.lists = d.lists[:0]
	lists := loaded()
	switch main := lists[d.tongue]; {
	case main != nil:
		d.about = main
	case lists[c.Lang] != nil:
		d.about = lists[c.Lang]
	default:
		d.about = lists["it"]
	}
	d.lists = append(d.lists, d.about)
	for _, code := range listed {
		if lists[code] != d.about && writes(&d.words, code) {
			d.lists = append(d.lists, lists[code])
		}
	}
}

func (d *draft) set(r Rule, from, to int) {
	if n := r.number(); !d.found[n].set || from < d.found[n].from {
		d.found[n] = span{from, to, true}
	}
}

func (d *draft) lack(r Rule) { d.found[r.number()] = span{set: true} }

func (d *draft) drop(r Rule) { d.found[r.number()] = span{} }

func (d *draft) has(r Rule) bool { return d.found[r.number()].set }

func (d *draft) remarks() (all []Remark) {
	for n, s := range d.found {
		if s.set {
			all = append(all, Remark{Rule: Rules[n], Good: n < firstWarning, From: s.from, To: s.to})
		}
	}
	slices.SortStableFunc(all, func(a, b Remark) int {
		switch {
		case a.Good == b.Good:
			return 0
		case a.Good:
			return -1
		}
		return 1
	})
	return all
}
