package incidents

import (
	"slices"

	"vedetta/assets"
	"vedetta/data"
)

// Seen is what a detector saw.
type Seen struct {
	Detector string
	When     string // of its strongest alarm, and on which stream
	Sentence string
	More     string // how many alarms it raised beside
}

// seenFirst is how many detectors are shown before the person asks for all.
const seenFirst = 3

// ShowSeen shows what all detectors saw.
func (p *Presenter) ShowSeen() {
	p.allSeen = true
	p.face.DetailChanged()
}

// seen tells of each detector on each stream its strongest alarm, those of the
// whole brand first, and how many more it leaves out.
func (p *Presenter) seen(alarms []data.Alarm) (out []Seen, more string) {
	for _, a := range inOrder(alarms) {
		out = append(out, p.saw(a, alarms))
	}
	if n := len(out) - seenFirst; n > 0 && !p.allSeen {
		return out[:seenFirst], p.words.Count("incidents.seen.more", n)
	}
	return out, ""
}

// inOrder picks of each detector on each stream the strongest alarm and puts
// what tells most first.
func inOrder(alarms []data.Alarm) (brand []data.Alarm) {
	var best, parts []data.Alarm
	for _, a := range alarms {
		at := slices.IndexFunc(best, func(b data.Alarm) bool { return alike(a, b) })
		if at < 0 {
			best = append(best, a)
		} else if stronger(a, best[at]) {
			best[at] = a
		}
	}
	for len(best) > 0 {
		next := data.Incident{Alarms: best}.Strongest()
		best = slices.DeleteFunc(best, func(a data.Alarm) bool { return alike(a, next) })
		if next.Stream.Kind == data.Everything {
			brand = append(brand, next)
		} else {
			parts = append(parts, next)
		}
	}
	return append(brand, parts...)
}

// alike tells that two alarms are of the same detector on the same stream.
func alike(a, b data.Alarm) bool { return a.Detector == b.Detector && a.Stream == b.Stream }

func stronger(a, b data.Alarm) bool {
	if a.Score != b.Score {
		return a.Score > b.Score
	}
	return a.Ratio() > b.Ratio()
}

func (p *Presenter) saw(a data.Alarm, all []data.Alarm) Seen {
	s := Seen{
		Detector: assets.Capital(p.words.Detector(a.Detector)), When: p.words.Moment(a.At, p.desk.Zone()),
		Sentence: p.words.AlarmSentence(a),
	}
	if a.Stream.Kind != data.Everything {
		s.When += " · " + p.words.StreamName(a.Stream)
	}
	more := -1
	for _, b := range all {
		if alike(a, b) {
			more++
		}
	}
	if more > 0 {
		s.More = p.words.Count("incidents.alarms.more", more)
	}
	return s
}
