package desk_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// said is a line of an export of a small brand.
type said struct {
	at   time.Time
	text string
}

const (
	angry = "Pessimo, intollerabile, due ore di attesa e una maleducazione mai vista"
	happy = "Tutto buonissimo, personale gentilissimo, torneremo"
	plain = "Siete aperti domenica?"
)

// quietDays is what a small brand hears in n days until the desk's now: six
// mentions a day between 8 and 22, one of them negative on most days.
func quietDays(n int, seed uint64) (all []said) {
	r := rand.New(rand.NewPCG(seed, 1))
	midnight := now.Truncate(24 * time.Hour)
	for day := n; day >= 1; day-- {
		for i := range 4 + r.IntN(5) {
			text := [...]string{happy, plain, happy, plain, angry}[r.IntN(5)]
			at := midnight.AddDate(0, 0, -day).Add(8*time.Hour + time.Duration(r.IntN(14*3600))*time.Second)
			all = append(all, said{at, fmt.Sprintf("%s (%d/%d)", text, day, i)})
		}
	}
	return all
}

// storm is n negatives within two hours from a moment on.
func storm(at time.Time, n int) (all []said) {
	for i := range n {
		all = append(all, said{at.Add(time.Duration(i) * 2 * time.Hour / time.Duration(n)), fmt.Sprintf("%s, persona %d", angry, i)})
	}
	return all
}

// exported writes an export; the id is made of what was said.
func exported(t testing.TB, name string, all []said) string {
	t.Helper()
	lines := []string{"id,data,autore,testo,fonte"}
	for _, s := range all {
		lines = append(lines, fmt.Sprintf(`%x,%s,Autore %x,"%s",google`, s.at.UnixNano()+int64(len(s.text)), s.at.Format("2006-01-02 15:04:05"), s.at.Unix()%97, s.text))
	}
	return file(t, name, lines...)
}

// lookedAt imports exports, each looked at before the next.
func lookedAt(t testing.TB, d *desk.Desk, exports ...string) {
	t.Helper()
	for _, e := range exports {
		_, err := d.Import(ctx, data.Plan{Path: e}, nil)
		must(t, err)
		d.WaitForSearch()
		d.WaitForDetectors()
	}
}

func incidents(t testing.TB, d *desk.Desk) []data.Incident {
	t.Helper()
	all, err := d.Incidents(ctx, data.Period{})
	must(t, err)
	return all
}

// findings are incidents in words, without ids.
func findings(all []data.Incident) string {
	var out strings.Builder
	for _, i := range all {
		fmt.Fprintf(&out, "%s %s–%s %v %d of %d, %.3f", i.Stream.Key(), i.OpenedAt, i.ClosedAt, i.Level, i.Negative, i.Mentions, i.Expected)
		for _, a := range i.Alarms {
			fmt.Fprintf(&out, "; %s %s %s %v of %.6f", a.Stream.Key(), a.Detector, a.At, a.Observed, a.Expected)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestAStormOfTodayWarnsOnce(t *testing.T) {
	d := open(t)
	var warned []data.Incident
	d.Events().Warned.Add(func(i data.Incident) { warned = append(warned, i) })
	begin := now.Add(-4 * time.Hour)
	first, rest := storm(begin, 14)[:10], storm(begin, 14)[10:]
	lookedAt(t, d, exported(t, "quiet.csv", quietDays(60, 1)), exported(t, "storm.csv", first), exported(t, "late.csv", rest))
	if len(warned) != 1 {
		t.Fatalf("warned %d times, want once: %s", len(warned), findings(warned))
	}
	s, err := d.Situation(ctx)
	must(t, err)
	if len(s.Open) != 1 || s.Open[0].Negative != 14 || s.Learning || !slices.ContainsFunc(s.Open[0].Alarms, func(a data.Alarm) bool { return a.Detector == data.NegativesDetector }) {
		t.Errorf("learning %v, open: %s", s.Learning, findings(s.Open))
	}
	if since := s.Open[0].Onset; since.Before(begin.Add(-time.Hour)) || since.After(begin.Add(time.Hour)) {
		t.Errorf("since %s, the storm began %s", since, begin)
	}
}

func TestAnOldStormIsInTheHistorySilently(t *testing.T) {
	d := open(t)
	d.Events().Warned.Add(func(i data.Incident) { t.Errorf("warned of %s", findings([]data.Incident{i})) })
	begin := now.AddDate(0, 0, -20)
	lookedAt(t, d, exported(t, "all.csv", slices.Concat(quietDays(70, 2), storm(begin, 15))))
	all := incidents(t, d)
	if len(all) != 1 || all[0].Open() || !all[0].OpenedAt.Before(begin.Add(3*time.Hour)) {
		t.Errorf("want one incident at %s that is over: %s", begin, findings(all))
	}
	s, err := d.Situation(ctx)
	must(t, err)
	if len(s.Open) != 0 {
		t.Errorf("open: %s", findings(s.Open))
	}
}

func TestQuietDaysBringNoIncident(t *testing.T) {
	d := open(t)
	lookedAt(t, d, exported(t, "quiet.csv", quietDays(90, 3)))
	if all := incidents(t, d); len(all) > 0 {
		t.Errorf("found %s", findings(all))
	}
}

func TestAnyOrderOfImportsGivesTheSameIncidents(t *testing.T) {
	all := slices.Concat(quietDays(60, 4), storm(now.AddDate(0, 0, -25), 15), storm(now.Add(-10*time.Hour), 12))
	rand.New(rand.NewPCG(9, 9)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	third := len(all) / 3
	parts := []string{ // overlapping
		exported(t, "a.csv", all[:2*third]), exported(t, "b.csv", all[third:]), exported(t, "c.csv", slices.Concat(all[:third], all[2*third:])),
	}
	want := ""
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}} {
		d := open(t)
		for _, i := range order {
			lookedAt(t, d, parts[i])
		}
		got := findings(incidents(t, d))
		if want == "" {
			want = got
		}
		if got != want || got == "" {
			t.Errorf("in order %v found\n%s, first found\n%s", order, got, want)
		}
	}
}

func TestReplayFromACheckpointFindsWhatAReplayOfAllFinds(t *testing.T) {
	d := open(t)
	quiet, old, fresh := quietDays(60, 5), storm(now.AddDate(0, 0, -3), 13), storm(now.Add(-5*time.Hour), 12)
	lookedAt(t, d, exported(t, "quiet.csv", quiet), exported(t, "fresh.csv", fresh), exported(t, "old.csv", old))
	step := findings(incidents(t, d))
	whole := open(t)
	lookedAt(t, whole, exported(t, "all.csv", slices.Concat(quiet, old, fresh)))
	if all := findings(incidents(t, whole)); step != all || step == "" {
		t.Errorf("step by step\n%s, at once\n%s", step, all)
	}
}

func TestUndoTakesTheIncidentsOfAnImportAway(t *testing.T) {
	d := open(t)
	lookedAt(t, d, exported(t, "quiet.csv", quietDays(60, 6)), exported(t, "storm.csv", storm(now.Add(-4*time.Hour), 14)))
	if len(incidents(t, d)) != 1 {
		t.Fatalf("found %s", findings(incidents(t, d)))
	}
	imports, err := d.Imports(ctx)
	must(t, err)
	_, err = d.UndoImport(ctx, imports[0].ID, nil)
	must(t, err)
	d.WaitForSearch()
	d.WaitForDetectors()
	if all := incidents(t, d); len(all) > 0 {
		t.Errorf("still there: %s", findings(all))
	}
}

func TestAMonthWithoutDataIsAGapAndNoReason(t *testing.T) {
	d := open(t)
	all := slices.DeleteFunc(quietDays(120, 7), func(s said) bool {
		age := now.Sub(s.at)
		return age < 60*24*time.Hour && age > 25*24*time.Hour
	})
	lookedAt(t, d, exported(t, "all.csv", all))
	s, err := d.Situation(ctx)
	must(t, err)
	if len(s.Unwatched) != 1 || s.Unwatched[0].Length() < 33*24*time.Hour {
		t.Errorf("gaps %v, want one of five weeks", s.Unwatched)
	}
	if found := incidents(t, d); len(found) > 0 {
		t.Errorf("found %s %v", findings(found), found[0].Alarms[0].Groups.Groups())
	}
}

func TestOneWordToWatchIsEnough(t *testing.T) {
	d := open(t)
	var warned []data.Incident
	d.Events().Warned.Add(func(i data.Incident) { warned = append(warned, i) })
	ill := []said{{now.Add(-3 * time.Hour), "Mia figlia ricoverata per intossicazione alimentare dopo la vostra torta"}}
	lookedAt(t, d, exported(t, "quiet.csv", quietDays(40, 8)), exported(t, "ill.csv", ill))
	if len(warned) != 1 || warned[0].Alarms[0].Detector != data.RiskDetector || warned[0].Level != data.LevelWatch {
		t.Errorf("warned of %s", findings(warned))
	}
}

func TestNotACrisisIsRememberedAndMakesStricter(t *testing.T) {
	d := open(t)
	lookedAt(t, d, exported(t, "quiet.csv", quietDays(60, 1)), exported(t, "storm.csv", storm(now.Add(-4*time.Hour), 14)))
	i := incidents(t, d)[0]
	must(t, d.Judge(ctx, i.ID, data.NotCrisis))
	d.WaitForDetectors()
	got, err := d.Incident(ctx, i.ID)
	must(t, err)
	s, err := d.Situation(ctx)
	must(t, err)
	if got.Verdict != data.NotCrisis || len(s.Open) != 0 {
		t.Errorf("verdict %q, open %s", got.Verdict, findings(s.Open))
	}
}

func TestACampaignExpectsVolumeAndNotAngryMentions(t *testing.T) {
	campaign := data.ExpectedPeriod{Period: data.Period{From: now.Add(-24 * time.Hour), To: now.Add(24 * time.Hour)}, Note: "volantino"}
	var crowd []said
	for i := range 60 {
		crowd = append(crowd, said{now.Add(-6*time.Hour + time.Duration(i)*5*time.Minute), fmt.Sprintf("%s, cliente %d", happy, i)})
	}
	for name, c := range map[string]struct {
		said []said
		open int
	}{"a crowd": {crowd, 0}, "a storm": {storm(now.Add(-4*time.Hour), 14), 1}} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			must(t, d.Expect(ctx, campaign))
			lookedAt(t, d, exported(t, "quiet.csv", quietDays(60, 1)), exported(t, "more.csv", c.said))
			s, err := d.Situation(ctx)
			must(t, err)
			if len(incidents(t, d)) != 1 || len(s.Open) != c.open {
				t.Errorf("%d open: %s", len(s.Open), findings(incidents(t, d)))
			}
		})
	}
}

func TestBackTestOfARuleTellsWhenItWouldHaveFired(t *testing.T) {
	d := open(t)
	lookedAt(t, d, exported(t, "all.csv", slices.Concat(quietDays(90, 2), storm(now.AddDate(0, 0, -40), 15), storm(now.AddDate(0, 0, -10), 15))))
	b, err := d.BackTestRule(ctx, data.Rule{Kind: data.CountRule, Query: "attesa", Window: 6 * time.Hour, Count: 10, On: true}, nil)
	must(t, err)
	if len(b.Fired) != 2 || b.Months() < 2.5 {
		t.Errorf("fired %d times in %.1f months: %s", len(b.Fired), b.Months(), findings(b.Fired))
	}
	calm, err := d.BackTest(ctx, data.Calm, nil)
	must(t, err)
	if len(calm.Fired) != 2 {
		t.Errorf("calm found %s", findings(calm.Fired))
	}
}

func TestMentionsOfTheFutureAreLeftOutUntilTheirTime(t *testing.T) {
	d := open(t)
	lookedAt(t, d, exported(t, "all.csv", slices.Concat(quietDays(60, 1), storm(now.AddDate(0, 0, 3), 20))))
	s, err := d.Situation(ctx)
	must(t, err)
	if len(incidents(t, d)) != 0 || s.Future != 20 {
		t.Errorf("%d in the future, found %s", s.Future, findings(incidents(t, d)))
	}
}

func TestAClockThatGoesBackForgetsNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	d, err := desk.Open(ctx, path, data.At(now))
	must(t, err)
	lookedAt(t, d, exported(t, "all.csv", slices.Concat(quietDays(60, 1), storm(now.AddDate(0, 0, -2), 20))))
	want := findings(incidents(t, d))
	must(t, d.Close())
	d, err = desk.Open(ctx, path, data.At(now.AddDate(-1, 0, 0)))
	must(t, err)
	defer d.Close()
	d.WaitForDetectors()
	if got := findings(incidents(t, d)); got != want || got == "" {
		t.Errorf("a year earlier found %s, before %s", got, want)
	}
}

func TestAMentionThatDoublesItsReactionsWithinAnHourIsFound(t *testing.T) {
	d := open(t)
	lookedAt(t, d, exported(t, "quiet.csv", quietDays(40, 1)))
	at := now.Add(-5 * time.Hour).Format("2006-01-02 15:04:05")
	for i, likes := range []int{30, 300} {
		path := file(t, "one.csv", "id,data,autore,testo,fonte,likes", fmt.Sprintf(`one,%s,Marta,"%s",instagram,%d`, at, plain, likes))
		seen := now.Add(time.Duration(i-2) * time.Hour)
		must(t, os.Chtimes(path, seen, seen))
		lookedAt(t, d, path)
	}
	all := incidents(t, d)
	if len(all) != 1 || all[0].Alarms[0].Detector != data.VelocityDetector || all[0].Parts.Velocity != 1 {
		t.Errorf("found %s", findings(all))
	}
}

func TestATopicIsWatchedOnItsOwn(t *testing.T) {
	d := open(t)
	_, err := d.SaveTopic(ctx, data.Topic{Name: "Consegne", Query: "corriere OR consegna"})
	must(t, err)
	all := quietDays(60, 1)
	for i := range 7 {
		all = append(all, said{now.Add(-6*time.Hour + time.Duration(i)*10*time.Minute), fmt.Sprintf("Il corriere non è mai passato, vergognoso, pacco %d", i)})
	}
	lookedAt(t, d, exported(t, "all.csv", all))
	topic := data.Stream{Kind: data.OfTopic, Name: "Consegne"}
	for _, i := range incidents(t, d) {
		if slices.ContainsFunc(i.Alarms, func(a data.Alarm) bool { return a.Stream == topic }) {
			return
		}
	}
	t.Errorf("no alarm of the topic: %s", findings(incidents(t, d)))
}

func TestATopicWithAnotherOnesNameIsRefused(t *testing.T) {
	d := open(t)
	_, err := d.SaveTopic(ctx, data.Topic{Name: "Pane", Query: "pane"})
	must(t, err)
	if _, err = d.SaveTopic(ctx, data.Topic{Name: "pane", Query: "focaccia"}); data.CodeOf(err) != data.ErrNameTaken {
		t.Errorf("error %v", err)
	}
	if _, err = d.SaveTopic(ctx, data.Topic{Name: "Rotto", Query: "(pane"}); data.CodeOf(err) != data.ErrQuery {
		t.Errorf("error %v", err)
	}
}
