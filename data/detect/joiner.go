package detect

import (
	"math"
	"math/bits"
	"slices"
	"time"

	"vedetta/data"
)

// joiner makes incidents of alarms. There is one at a time for all streams:
// one trouble shows in many of them.
type joiner struct {
	list  []tracked
	heard func(data.Alarm) // is told of every alarm, if not nil
}

// tracked is an incident with what is needed to go on with it.
type tracked struct {
	data.Incident
	stream     int     // whose hours it is measured on
	unexpected bool    // an alarm fell into no expected period
	told       float64 // ratio when it opened or last got worse
	calm       int     // hours in a row that all was normal
	lastAlarm  int64
}

const (
	joinWithin = 24 * time.Hour
	calmRatio  = 1.5
	calmPoints = 0.05 // negative share above the usual
	calmHours  = 6
	newNormal  = 7 * 24 * time.Hour // without an alarm: what is now is normal
	mostAlarms = 200
)

// alarm joins an alarm to the incident under way, or opens one.
func (j *joiner) alarm(w *Watch, a data.Alarm) {
	if j.heard != nil {
		j.heard(a)
	}
	if t := j.current(); t != nil && (t.Open() || a.At.Unix()-t.lastAlarm <= int64(joinWithin/time.Second)) {
		t.ClosedAt, t.calm = time.Time{}, 0
		t.join(w, a)
		return
	}
	i := w.streamOf(a.Stream)
	t := tracked{stream: i, told: a.Ratio()}
	t.Stream, t.OpenedAt, t.WorseAt, t.Onset = a.Stream, a.At, a.At, w.onset(i, a)
	t.Usual = w.streams[i].share.usual()
	t.join(w, a)
	t.count(w)
	j.list = append(j.list, t)
}

// over is how many hours ago the latest incident was over, the hour that just
// ended included; a week at most.
func (j *joiner) over(hour int64) int {
	t := j.current()
	if t == nil || t.Open() {
		return week
	}
	return int(min(hour+1-floorHour(t.ClosedAt.Unix()), week))
}

// current is the latest incident, nil if there was none.
func (j *joiner) current() *tracked {
	if len(j.list) == 0 {
		return nil
	}
	return &j.list[len(j.list)-1]
}

func (t *tracked) join(w *Watch, a data.Alarm) {
	if len(t.Alarms) < mostAlarms && !t.repeats(a) {
		t.Alarms = append(t.Alarms, a)
	}
	t.lastAlarm = max(t.lastAlarm, a.At.Unix())
	t.unexpected = t.unexpected || !w.setup.expects(a)
	t.Expect = !t.unexpected
	if t.stream != 0 && a.Stream.Kind == data.Everything {
		t.stream, t.Stream = 0, a.Stream
		t.count(w)
	}
	if a.Detector == data.VelocityDetector {
		t.Parts.Velocity = 1
	}
	if ratio := a.Ratio(); ratio >= 2*t.told && !t.OpenedAt.Equal(a.At) {
		t.told, t.WorseAt = ratio, a.At
	}
}

// repeats tells that a stream beside the brand says again what it said.
func (t *tracked) repeats(a data.Alarm) bool {
	return a.Stream.Kind != data.Everything && slices.ContainsFunc(t.Alarms, func(b data.Alarm) bool {
		return a.Stream == b.Stream && a.Detector == b.Detector
	})
}

// hour goes on with the incident under way after all streams ended an hour.
func (j *joiner) hour(w *Watch) {
	t := j.current()
	if t == nil || !t.Open() {
		return
	}
	s := w.streams[t.stream]
	end := time.Unix((w.hour+1)*3600, 0).UTC()
	t.count(w)
	t.Parts = t.Parts.Max(w.parts(s))
	if level := data.LevelOf(t.Parts.Score()); level > t.Level {
		if t.Level > 0 {
			t.WorseAt = s.at(w.hour)
		}
		t.Level = level
	}
	t.calm++
	if !s.normal() {
		t.calm = 0
	}
	if t.calm >= calmHours || end.Unix()-t.lastAlarm > int64(newNormal/time.Second) {
		t.ClosedAt = end
	}
}

// gap ends the incident under way where the data end.
func (j *joiner) gap(w *Watch) {
	if t := j.current(); t != nil && t.Open() {
		t.ClosedAt = time.Unix(w.last, 0).UTC()
	}
}

// count adds up the hours of the last week since the onset; of a longer
// incident it adds the last hour.
func (t *tracked) count(w *Watch) {
	s := w.streams[t.stream]
	hours := int(w.hour - floorHour(t.Onset.Unix()))
	if hours >= week {
		b := s.ring.back(0)
		t.Mentions, t.Negative, t.Expected = t.Mentions+int(b.n), t.Negative+int(b.negative), t.Expected+b.volume
		return
	}
	t.Mentions, t.Negative, t.Expected = 0, 0, 0
	for i := 0; i <= hours; i++ {
		b := s.ring.back(i)
		t.Mentions, t.Negative, t.Expected = t.Mentions+int(b.n), t.Negative+int(b.negative), t.Expected+b.volume
	}
}

func (w *Watch) streamOf(s data.Stream) int {
	for i := range w.streams {
		if w.streams[i].of == s {
			return i
		}
	}
	return 0
}

// onset is the first hour of the alarm's window with what the alarm counts.
func (w *Watch) onset(i int, a data.Alarm) time.Time {
	if a.Mention != 0 {
		return a.Mention.PublishedAt()
	}
	r := &w.streams[i].ring
	for back := min(int(a.Window/time.Hour), week) - 1; back > 0; back-- {
		b := r.back(back)
		if b.negative > 0 || b.n > 0 && (a.Detector == data.VolumeDetector || a.Detector == data.SurgeDetector) {
			return time.Unix((w.hour-int64(back))*3600, 0).UTC()
		}
	}
	return time.Unix(w.hour*3600, 0).UTC()
}

// normal tells whether a stream is back to what is usual.
func (s *stream) normal() bool {
	day := &s.sums[oneDay]
	return day.volumeRatio() < calmRatio && (day.negative < shareLeast || day.share() < s.share.usual()+calmPoints)
}

func (b *bin) volumeRatio() float64 { return (float64(b.n) + 5) / (b.volume + 5) }

// parts are those of the crisis score as things stand on a stream.
func (w *Watch) parts(s *stream) data.LevelParts {
	six, day := &s.sums[sixHours], &s.sums[oneDay]
	ratio := max(six.volumeRatio(), day.volumeRatio())
	p := data.LevelParts{
		Volume:     part(math.Log(ratio) / math.Log(5)),
		Negativity: part((day.share()-s.share.usual())/0.5) * float64(day.n) / float64(day.n+5),
		Velocity:   part(math.Log2(float64(six.negative+2)/float64(s.earlier()+2)) / 3),
		Spread:     part(float64(bits.OnesCount64(six.sources)-1) / 3),
		Risk:       part((float64(w.streams[0].sums[oneDay].risks) - w.risksUsual()) / 3),
	}
	if s.learning() < WarmUp { // what is usual is hardly known
		p.Volume, p.Negativity, p.Velocity = p.Volume/2, p.Negativity/2, p.Velocity/2
	}
	if s.reachDay > 0 && day.reach > 0 {
		p.Reach = part(math.Log10(day.reach / s.reachDay))
	}
	return p
}

func part(x float64) float64 { return math.Min(math.Max(x, 0), 1) }

// earlier counts the negatives of the six hours before the last six.
func (s *stream) earlier() (n uint32) {
	for i := 6; i < 12; i++ {
		n += s.ring.back(i).negative
	}
	return n
}

// expects tells whether the person said to expect an alarm: words to watch
// never are, negatives only while all is muted.
func (s *Setup) expects(a data.Alarm) bool {
	for _, e := range s.Expected {
		if !e.Period.Contains(a.At) || a.Detector == data.RiskDetector {
			continue
		}
		if e.Mute || a.Detector == data.VolumeDetector || a.Detector == data.SurgeDetector {
			return true
		}
	}
	return false
}
