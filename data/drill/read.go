package drill

import (
	"io/fs"
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// The files of a drill's folder.
const (
	drillFile   = "drill.txt"
	phrasesFile = "phrases.txt"
)

// Read reads the drill of a folder. Whatever is wrong is a data.ErrDrill with
// file and line.
func Read(files fs.FS, key string) (*Drill, error) {
	all, err := readSections(files, key, drillFile)
	if err != nil {
		return nil, err
	}
	r := &reader{sections: all, d: &Drill{Key: key, Curves: map[string]Curve{}}}
	for _, step := range []func(){
		r.head, r.sources, r.facts, r.curves, r.days, r.themes, r.channels, r.fixed, r.injects, r.expected, r.statements, r.unknown,
	} {
		if step(); r.err != nil {
			return nil, r.err
		}
	}
	if r.d.phrases, err = readPhrases(files, key); err != nil {
		return nil, err
	}
	return r.d, r.d.complete(r)
}

// List reads every drill of a folder; those that cannot be read are in errs.
func List(files fs.FS) (all []*Drill, errs []error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, []error{err}
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		d, err := Read(files, e.Name())
		if err != nil {
			errs = append(errs, err)
			continue
		}
		all = append(all, d)
	}
	return all, errs
}

// reader turns sections into a drill and keeps the first thing wrong.
type reader struct {
	sections map[string]*section
	d        *Drill
	err      error
}

func (r *reader) wrong(p place, why string) {
	if r.err == nil {
		r.err = p.wrong(why)
	}
}

// need is a section that must be there.
func (r *reader) need(name string) *section {
	if s := r.sections[name]; s != nil {
		return s
	}
	r.wrong(place{file: path.Join(r.d.Key, drillFile), line: 1, text: "[" + name + "]"}, "the section is missing")
	return &section{}
}

// each calls use for the entries of a section, which may be missing.
func (r *reader) each(name string, fields int, use func(*entry)) {
	s := r.sections[name]
	if s == nil {
		return
	}
	for _, e := range s.entries {
		if len(e.fields) < fields {
			r.wrong(e.place, "fields are missing")
		}
		if r.err != nil {
			return
		}
		use(e)
	}
}

func (r *reader) number(p place, s string) float64 {
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64)
	if err != nil || n < 0 {
		r.wrong(p, "not a number")
	}
	return n
}

// percent reads "69 %" as 0.69.
func (r *reader) percent(p place, s string) float64 {
	n := r.number(p, strings.TrimSpace(strings.TrimSuffix(s, "%"))) / 100
	if n > 1 {
		r.wrong(p, "more than 100 %")
	}
	return n
}

const (
	dayForm    = "2006-01-02"
	minuteForm = "2006-01-02 15:04"
)

// moment reads a time or a whole day in the drill's zone.
func (r *reader) moment(p place, s string) (t time.Time, wholeDay bool) {
	if t, err := time.ParseInLocation(minuteForm, s, r.d.Zone); err == nil {
		return t, false
	}
	t, err := time.ParseInLocation(dayForm, s, r.d.Zone)
	if err != nil {
		r.wrong(p, "neither a day nor a time")
	}
	return t, true
}

// certain reads "sourced U1 U2".
func (r *reader) certain(p place, s string) (Certainty, []string) {
	words := strings.Fields(s)
	if len(words) == 0 || !slices.Contains([]Certainty{Sourced, Derived, Doubtful, Invented}, Certainty(words[0])) {
		r.wrong(p, "not a certainty")
		return "", nil
	}
	if Certainty(words[0]) == Sourced && len(words) == 1 {
		r.wrong(p, "sourced, but no source")
	}
	r.known(p, words[1:])
	return Certainty(words[0]), words[1:]
}

// known tells of keys that are no sources of the drill.
func (r *reader) known(p place, keys []string) {
	for _, k := range keys {
		if !slices.ContainsFunc(r.d.Sources, func(s Source) bool { return s.Key == k }) {
			r.wrong(p, "no such source: "+k)
		}
	}
}

func (r *reader) label(p place, s string) data.Label {
	for _, l := range []data.Label{data.Negative, data.Neutral, data.Positive} {
		if l.String() == s {
			return l
		}
	}
	r.wrong(p, "not a label")
	return data.Neutral
}

// unknown tells of sections that nobody reads.
func (r *reader) unknown() {
	var names []string
	for name := range r.sections {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if !slices.Contains(sectionNames, name) {
			r.wrong(r.sections[name].place, "no such section")
		}
	}
}

var sectionNames = []string{
	"drill", "name", "briefing", "note", "sources", "facts", "curves", "days", "themes", "channels", "mentions", "injects", "expected", "statements",
}
