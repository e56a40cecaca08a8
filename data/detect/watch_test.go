package detect

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"vedetta/data"
)

var rome = func() *time.Location {
	z, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err)
	}
	return z
}()

var begin = time.Date(2026, 3, 2, 0, 0, 0, 0, rome)

func mention(at time.Time, l data.Label) Mention {
	return Mention{ID: data.ID(at.Unix()) << 20, Label: l, Reach: data.Unknown}
}

// usualDays is a history of days with n mentions from 8 to 22 h, one in five
// negative, over three sources.
func usualDays(days, n int, seed uint64) (out []Mention) {
	r := rand.New(rand.NewPCG(seed, 3))
	for d := range days {
		for range n {
			at := begin.AddDate(0, 0, d).Add(8*time.Hour + time.Duration(r.IntN(14*3600))*time.Second)
			label := data.Neutral
			if r.IntN(5) == 0 {
				label = data.Negative
			}
			m := mention(at, label)
			m.Source = r.IntN(3)
			m.Streams = []int{m.Source}
			m.Reach = int64(100 + r.IntN(900))
			out = append(out, m)
		}
	}
	return inOrder(out)
}

func inOrder(list []Mention) []Mention {
	slices.SortStableFunc(list, func(a, b Mention) int { return int(a.ID>>20 - b.ID>>20) })
	return list
}

func setup() Setup {
	return Setup{Zone: rome, Sensitivity: data.Normal, Streams: []data.Stream{
		{Kind: data.OfSource, Name: "a"}, {Kind: data.OfSource, Name: "b"}, {Kind: data.OfSource, Name: "c"},
	}}
}

func run(s Setup, list []Mention) Found {
	w := New(s)
	for _, m := range list {
		w.Add(m)
	}
	return w.Found(list[len(list)-1].ID.PublishedAt())
}

func firstDetectors(f Found) (out []data.Detector) {
	for _, i := range f.Incidents {
		for _, a := range i.Alarms {
			if !slices.Contains(out, a.Detector) {
				out = append(out, a.Detector)
			}
		}
	}
	return out
}

func TestTroubleIsFound(t *testing.T) {
	at := begin.AddDate(0, 0, 40).Add(10 * time.Hour)
	burst := func(n int, l data.Label, apart time.Duration, edit func(i int, m *Mention)) (out []Mention) {
		for i := range n {
			m := mention(at.Add(time.Duration(i)*apart), l)
			if edit != nil {
				edit(i, &m)
			}
			out = append(out, m)
		}
		return out
	}
	drift := func() (out []Mention) {
		for d := range 10 {
			for i := range 3 + d {
				out = append(out, mention(at.AddDate(0, 0, d).Add(time.Duration(i)*time.Hour), data.Negative))
			}
		}
		return out
	}
	for name, c := range map[string]struct {
		trouble []Mention
		want    data.Detector
	}{
		"fifteen negatives in two hours":           {burst(15, data.Negative, 8*time.Minute, nil), data.NegativesDetector},
		"many mentions, none negative":             {burst(45, data.Neutral, 3*time.Minute, nil), data.VolumeDetector},
		"more negatives every day":                 {drift(), data.ShareDetector},
		"one mention with a word to watch":         {burst(1, data.Negative, 0, func(_ int, m *Mention) { m.Watched = m.Watched.With("health") }), data.RiskDetector},
		"a negative mention in the press":          {burst(1, data.Negative, 0, func(_ int, m *Mention) { m.Press = true }), data.SpreadDetector},
		"negatives in three sources at once":       {burst(7, data.Negative, 30*time.Minute, func(i int, m *Mention) { m.Source = i % 3 }), data.SpreadDetector},
		"negatives of accounts with a large reach": {burst(26, data.Negative, 6*time.Hour, func(_ int, m *Mention) { m.Reach = 60000 }), data.ReachShareDetector},
	} {
		t.Run(name, func(t *testing.T) {
			f := run(setup(), inOrder(slices.Concat(usualDays(60, 8, 1), c.trouble)))
			if !slices.Contains(firstDetectors(f), c.want) {
				t.Errorf("%s is not among %v", c.want, firstDetectors(f))
			}
		})
	}
}

func TestOddTimesBringNoStorm(t *testing.T) {
	usual := usualDays(60, 8, 2)
	midnights := make([]Mention, len(usual))
	for i, m := range usual {
		y, month, d := m.ID.PublishedAt().In(rome).Date()
		midnights[i] = m
		midnights[i].ID = data.ID(time.Date(y, month, d, 0, 0, 0, 0, rome).Unix()) << 20
	}
	stopped := slices.DeleteFunc(slices.Clone(usual), func(m Mention) bool {
		age := m.ID.PublishedAt().Sub(begin)
		return m.Source == 0 && age > 30*24*time.Hour && age < 50*24*time.Hour
	})
	before1970 := mention(time.Unix(-86400*400-7200, 0), data.Negative)
	before1970.Watched = before1970.Watched.With("health")
	for name, list := range map[string][]Mention{
		"as usual":                     usual,
		"dates without hours":          midnights,
		"one mention in 1970":          inOrder(slices.Concat([]Mention{mention(time.Unix(5, 0), data.Negative)}, usual)),
		"before 1970":                  inOrder(slices.Concat([]Mention{before1970}, usual)),
		"one source stops for weeks":   stopped,
		"ten mentions in total":        usual[:10],
		"one mention":                  usual[:1],
		"months of silence in between": slices.Concat(usual[:200], usual[400:]),
	} {
		t.Run(name, func(t *testing.T) {
			if f := run(setup(), list); len(f.Incidents) > 1 {
				t.Errorf("%d incidents, %v", len(f.Incidents), firstDetectors(f))
			}
		})
	}
}

func TestDatesWithoutHoursAreComparedByDay(t *testing.T) {
	var list []Mention
	for d := range 40 {
		n := 6
		if d == 39 {
			n = 40
		}
		for i := range n {
			label := data.Neutral
			if i == 0 || d == 39 {
				label = data.Negative
			}
			list = append(list, mention(begin.AddDate(0, 0, d), label))
		}
	}
	f := run(setup(), list)
	if !f.Daily || len(f.Incidents) != 1 {
		t.Fatalf("daily %v, %d incidents", f.Daily, len(f.Incidents))
	}
	for _, a := range f.Incidents[0].Alarms {
		if a.Window < 24*time.Hour {
			t.Errorf("%s looked at %s", a.Detector, a.Window)
		}
	}
}

func TestAGapTeachesNothing(t *testing.T) {
	usual := usualDays(90, 8, 4)
	holed := slices.DeleteFunc(slices.Clone(usual), func(m Mention) bool {
		age := m.ID.PublishedAt().Sub(begin)
		return age > 40*24*time.Hour && age < 75*24*time.Hour
	})
	whole, with := run(setup(), usual), run(setup(), holed)
	if len(with.Gaps) != 1 || with.Gaps[0].Length() < 34*24*time.Hour {
		t.Errorf("gaps %v", with.Gaps)
	}
	if with.Level < 0.8*whole.Level || with.Days > 57 {
		t.Errorf("level %.1f after %d days, without the gap %.1f", with.Level, with.Days, whole.Level)
	}
}

func TestARestoredStateGoesOnBitForBit(t *testing.T) {
	list := inOrder(slices.Concat(usualDays(60, 130, 5), usualDays(60, 8, 6)))
	s := setup()
	s.Rules = []data.Rule{{ID: 1, Kind: data.CountRule, Window: 6 * time.Hour, Count: 50}}
	s.Feedback = []Feedback{{At: begin.AddDate(0, 0, 20), Verdict: data.NotCrisis, Detectors: []data.Detector{data.SurgeDetector}}}
	whole := New(s)
	for _, m := range list {
		whole.Add(m)
	}
	for _, cut := range []int{0, 1, len(list) / 3, len(list) - 1} {
		w := New(s)
		for _, m := range list[:cut] {
			w.Add(m)
		}
		restored, err := Restore(s, w.State())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range list[cut:] {
			restored.Add(m)
		}
		if !bytes.Equal(restored.State(), whole.State()) {
			t.Errorf("restored after %d mentions it ends in another state", cut)
		}
	}
}

func TestABrokenStateIsRefused(t *testing.T) {
	w := New(setup())
	for _, m := range usualDays(20, 8, 1) {
		w.Add(m)
	}
	state := w.State()
	for name, broken := range map[string][]byte{"empty": nil, "cut off": state[:len(state)/2], "longer": append(slices.Clone(state), 1)} {
		if _, err := Restore(setup(), broken); err == nil {
			t.Errorf("a state that is %s was taken", name)
		}
	}
	if _, err := Restore(Setup{Zone: rome}, state); err == nil {
		t.Error("a state of other streams was taken")
	}
}

func FuzzRestore(f *testing.F) {
	w := New(setup())
	for _, m := range usualDays(10, 8, 1) {
		w.Add(m)
	}
	f.Add(w.State())
	f.Fuzz(func(t *testing.T, state []byte) {
		r, err := Restore(setup(), state)
		if err != nil {
			return
		}
		if !bytes.Equal(r.State(), state) {
			t.Error("restored to another state")
		}
		for _, m := range usualDays(3, 8, 2) {
			r.Add(m) // whatever the state says, there is no panic
		}
		r.Found(r.Last())
	})
}

func TestAnIncidentThatIsOverIsNotFoundAgainByLongWindows(t *testing.T) {
	var storm []Mention
	for i := range 20 {
		storm = append(storm, mention(begin.AddDate(0, 0, 40).Add(10*time.Hour+time.Duration(i)*6*time.Minute), data.Negative))
	}
	if f := run(setup(), inOrder(slices.Concat(usualDays(60, 8, 1), storm))); len(f.Incidents) != 1 || f.Incidents[0].Open() {
		t.Errorf("%d incidents", len(f.Incidents))
	}
}

func TestFeedbackMakesADetectorStricter(t *testing.T) {
	trouble := func(n int) []Mention {
		list := usualDays(60, 8, 1)
		for i := range n {
			list = append(list, mention(begin.AddDate(0, 0, 50).Add(10*time.Hour+time.Duration(i)*20*time.Minute), data.Negative))
		}
		return inOrder(list)
	}
	least := func(s Setup) int {
		for n := 3; n < 40; n++ {
			if slices.Contains(firstDetectors(run(s, trouble(n))), data.NegativesDetector) {
				return n
			}
		}
		return 40
	}
	strict := setup()
	for range 4 {
		strict.Feedback = append(strict.Feedback, Feedback{At: begin.AddDate(0, 0, 45), Verdict: data.NotCrisis, Detectors: []data.Detector{data.NegativesDetector}})
	}
	back := strict
	back.Feedback = slices.Clone(strict.Feedback)
	for range 4 {
		back.Feedback = append(back.Feedback, Feedback{At: begin.AddDate(0, 0, 46), Verdict: data.Useful, Detectors: []data.Detector{data.NegativesDetector}})
	}
	if a, b, c := least(setup()), least(strict), least(back); b <= a || c != a {
		t.Errorf("%d negatives are enough, after four verdicts %d, after taking them back %d", a, b, c)
	}
}

// BenchmarkOneMention adds a mention to 30 streams and looks at all of them.
func BenchmarkOneMention(b *testing.B) {
	s := Setup{Zone: rome, Sensitivity: data.Normal}
	for i := range 29 {
		s.Streams = append(s.Streams, data.Stream{Kind: data.OfTopic, Name: string(rune('a' + i))})
	}
	w := New(s)
	for _, m := range usualDays(40, 130, 1) {
		m.Streams = []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28}
		w.Add(m)
	}
	last := w.Last()
	for b.Loop() {
		w.Add(mention(last, data.Negative))
		w.Found(last)
	}
}
