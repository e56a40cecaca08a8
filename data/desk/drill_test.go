package desk_test

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
)

// startDrill starts a drill from a desk on an empty workspace.
func startDrill(t testing.TB, key string, seed uint64) (*desk.Desk, *desk.DrillRun) {
	t.Helper()
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "real.db"), data.At(now))
	must(t, err)
	t.Cleanup(func() { must(t, d.Close()) })
	r, err := d.StartDrill(ctx, desk.DrillStart{Key: key, Seed: seed, Speed: 60})
	must(t, err)
	t.Cleanup(func() { _ = r.Close(ctx, false) })
	return d, r
}

// playTo lets a drill go on to a moment.
func playTo(t testing.TB, r *desk.DrillRun, at time.Time) {
	t.Helper()
	r.Clock.SkipTo(at)
	_, err := r.Step(ctx)
	must(t, err)
	r.Desk.WaitForSearch()
	r.Desk.WaitForDetectors()
}

func TestTheDetectorsFindTheCaseOfADrillInTime(t *testing.T) {
	for key, limit := range map[string]time.Duration{"united-2017": 6 * time.Hour, "forno": 3 * time.Hour, "taco-bell": 3 * time.Hour} {
		for seed := range uint64(2) {
			t.Run(key, func(t *testing.T) {
				_, r := startDrill(t, key, seed+1)
				t0 := r.Drill.T0
				playTo(t, r, t0.Add(-time.Minute))
				for _, i := range incidents(t, r.Desk) {
					t.Errorf("false incident at %v: %+v", i.OpenedAt, i.Alarms)
				}
				for at := t0; ; at = at.Add(20 * time.Minute) {
					if at.After(t0.Add(limit)) {
						t.Fatalf("nothing found %v after t0", limit)
					}
					playTo(t, r, at)
					if all := incidents(t, r.Desk); len(all) > 0 {
						t.Logf("seed %d: found %v after t0 by %v, onset %v", seed+1, at.Sub(t0), all[0].First().Detector, all[0].Onset.Sub(t0))
						break
					}
				}
				playTo(t, r, t0.Add(24*time.Hour))
				for _, i := range incidents(t, r.Desk) {
					t.Log(i.Level, i.Parts.Points(), i.Mentions, i.Negative, i.Expected, i.OpenedAt.Sub(t0), len(i.Alarms))
				}
			})
		}
	}
}

func TestTheCheckerSaysOfTheStatementsWhatTheDrillExpects(t *testing.T) {
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "real.db"), data.At(now))
	must(t, err)
	defer d.Close()
	cases, errs := d.Drills(ctx)
	for _, err := range errs {
		t.Error(err)
	}
	for _, c := range cases {
		for _, s := range c.Statements {
			said := d.CheckDrillStatement(c, s)
			for _, miss := range said.Missing {
				t.Errorf("%s, %s: %s is missing; %v", c.Key, s.Title.In("en"), miss, said.Remarks)
			}
			for _, bad := range said.Wrong {
				t.Errorf("%s, %s: %s should not be there", c.Key, s.Title.In("en"), bad)
			}
		}
	}
}

// bytesOf is what lies in the files of a workspace.
func bytesOf(t testing.TB, path string) (all string) {
	t.Helper()
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + suffix)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		all += string(b)
	}
	return all
}

// drillAndTell runs a drill for ever and prints a line whenever mentions came.
func drillAndTell(workspace string) {
	d, err := desk.Open(ctx, workspace, data.At(now))
	var r *desk.DrillRun
	if err == nil {
		r, err = d.StartDrill(ctx, desk.DrillStart{Key: "united-2017", Seed: 1, Speed: 60})
	}
	for at := now; err == nil; at = at.Add(time.Minute) {
		r.Clock.SkipTo(r.Drill.T0.Add(at.Sub(now)))
		var n int
		if n, err = r.Step(ctx); n > 0 {
			fmt.Println("came")
		}
	}
	fmt.Println("end", err)
	os.Exit(0)
}

func TestAKillInTheMiddleOfADrillLeavesTheRealWorkspaceAsItWas(t *testing.T) {
	workspace := filepath.Join(t.TempDir(), "w.db")
	d := openAt(t, workspace)
	_, err := d.Import(ctx, data.Plan{Path: reviews(t, 3)}, nil)
	must(t, err)
	must(t, d.Close())
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), drillEnv+"="+workspace)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	told, before := 0, ""
	for lines := bufio.NewScanner(out); told < 60 && lines.Scan(); told++ {
		if lines.Text() != "came" {
			t.Fatalf("the drill ended before it could be killed: %s", lines.Text())
		}
		if told == 0 {
			before = bytesOf(t, workspace)
		}
	}
	must(t, child.Process.Kill())
	_ = child.Wait() // it was killed: that is its error
	if bytesOf(t, workspace) != before {
		t.Error("the real workspace changed while the drill ran")
	}
	d = openAt(t, workspace)
	sound(t, d)
	if n := mentions(t, d); n != 3 {
		t.Errorf("%d mentions in the real workspace", n)
	}
	if all, err := d.DrillResults(ctx); err != nil || len(all) != 0 {
		t.Errorf("history %v, %v", all, err)
	}
}

func TestADrillIsScoredByWhatIsInItsWorkspace(t *testing.T) {
	d, r := startDrill(t, "forno", 1)
	t0 := r.Drill.T0
	playTo(t, r, t0.Add(10*time.Minute))
	must(t, r.Look(ctx))
	id, _, err := r.Desk.NewIssue(ctx, "Bignè", nil)
	must(t, err)
	_, err = r.Desk.RateIssue(ctx, id, data.SeverityRating{Harm: 3, Spread: 2, Responsibility: 2}, 3, "")
	must(t, err)
	playTo(t, r, t0.Add(45*time.Minute))
	if here := r.Here(); len(here) != 1 || here[0].Key != "madre" {
		t.Errorf("injects %v", here)
	}
	must(t, r.Answer("madre", "Le telefono subito"))
	if err := r.Answer("voce", " "); data.CodeOf(err) != data.ErrReplyEmpty {
		t.Errorf("an empty answer: %v", err)
	}
	playTo(t, r, t0.Add(80*time.Minute))
	score, err := r.End(ctx)
	must(t, err)
	got := map[string]float64{}
	for _, p := range score.Parts {
		got[p.Key] = p.Got
	}
	for key, want := range map[string]float64{"detect": 20, "severity": 15, "type": 0, "holding": 0, "injects": 10} {
		if got[key] != want {
			t.Errorf("%s: %v points, want %v", key, got[key], want)
		}
	}
	all, err := d.DrillResults(ctx)
	must(t, err)
	if len(all) != 1 || all[0].Score.Points != score.Points || len(all[0].Score.Parts) != len(score.Parts) || all[0].Drill != "forno" {
		t.Errorf("history %+v", all)
	}
	must(t, r.Close(ctx, false))
	if _, err := os.Stat(r.Path()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file is still there: %v", err)
	}
	if all, err := d.DrillResults(ctx); err != nil || len(all) != 1 {
		t.Errorf("history after closing: %v %v", all, err)
	}
}

func TestADrillWorkedThroughInTheCrisisRoomEarnsItsPoints(t *testing.T) {
	_, r := startDrill(t, "forno", 1)
	t0, d := r.Drill.T0, r.Desk
	playTo(t, r, t0.Add(20*time.Minute))
	must(t, r.Look(ctx))
	issue, err := d.Declare(ctx, data.Declaration{
		Title: "Bignè", Rating: data.SeverityRating{Harm: 3, Spread: 2, Responsibility: 2}, Type: r.Drill.Expected.Type, Playbook: "food_safety", Lang: "it", Onset: t0,
	})
	must(t, err)
	id, err := d.SaveStatement(ctx, data.Statement{Issue: issue, Kind: data.StatementHolding, Lang: "it", Text: "Ci dispiace per chi si è sentito male: il nostro primo pensiero va a loro. " +
		"Abbiamo ritirato i bignè e stiamo verificando con la ASL. Chi ha sintomi senta il medico e ci scriva in privato. Vi aggiorniamo qui entro le 12."})
	must(t, err)
	_, err = d.PublishStatement(ctx, id, r.Clock.Now(), "Instagram", "", time.Time{})
	must(t, err)
	n, err := d.CrisisNumbers(ctx, issue)
	must(t, err)
	if n.Holding != 20*time.Minute {
		t.Errorf("holding after %v of the drill's time", n.Holding)
	}
	playTo(t, r, t0.Add(30*time.Minute))
	score, err := r.End(ctx)
	must(t, err)
	got := map[string]float64{}
	for _, p := range score.Parts {
		got[p.Key] = p.Got
	}
	for key, want := range map[string]float64{"detect": 20, "severity": 15, "type": 10, "holding": 20, "tone": 10} {
		if got[key] != want {
			t.Errorf("%s: %v points, want %v", key, got[key], want)
		}
	}
}

func TestADrillPlaysToItsEndByTicks(t *testing.T) {
	for _, key := range []string{"forno", "united-2017"} {
		t.Run(key, func(t *testing.T) { playToTheEnd(t, key) })
	}
}

func playToTheEnd(t *testing.T, key string) {
	t.Helper()
	wall := &pushed{at: now}
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "real.db"), wall.now)
	must(t, err)
	defer d.Close()
	r, err := d.StartDrill(ctx, desk.DrillStart{Key: key, Seed: 1, Speed: 600})
	must(t, err)
	defer r.Close(ctx, false)
	ticks, ticked := make(chan time.Time), make(chan error, 1)
	r.Ticked(func(err error) { ticked <- err })
	r.Play(ticks)
	n := 0
	const pause = 20 * time.Second
	for ; !r.Over() && n < 10_000; n++ {
		wall.pass(pause)
		ticks <- time.Time{}
		must(t, <-ticked)
	}
	nominal := r.Drill.End().Sub(r.Drill.Start) / 600
	if took := time.Duration(n) * pause; took < nominal*98/100 || took > nominal*102/100+pause {
		t.Errorf("took %v, nominally %v", took, nominal)
	} else {
		t.Logf("took %v, nominally %v", took, nominal)
	}
	w, err := r.Desk.Workspace(ctx)
	must(t, err)
	if about := r.Drill.Mentions(); int(w.Mentions) < about*9/10 || int(w.Mentions) > about*11/10 {
		t.Errorf("%d mentions, want about %d", w.Mentions, about)
	}
	for _, day := range r.Drill.Days {
		n, err := r.Desk.Days(ctx, data.Filter{Period: data.Period{From: day.Date, To: day.Date.AddDate(0, 0, 1)}})
		must(t, err)
		if len(n) != 1 {
			t.Errorf("%v: nothing came", day.Date)
		}
	}
}

// pushed is a clock that a test pushes on.
type pushed struct {
	mu sync.Mutex
	at time.Time
}

func (p *pushed) now() time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.at
}

func (p *pushed) pass(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.at = p.at.Add(d)
}

func TestADrillOfThePersonsOwnIsFoundAndABrokenOneTold(t *testing.T) {
	folder := t.TempDir()
	d, err := desk.Open(ctx, filepath.Join(folder, "real.db"), data.At(now))
	must(t, err)
	defer d.Close()
	for name, text := range map[string]string{"mine": "", "broken": "nonsense\n"} {
		must(t, os.MkdirAll(filepath.Join(d.DrillFolder(), name), 0o755))
		for _, f := range []string{"drill.txt", "phrases.txt"} {
			content, err := fs.ReadFile(assets.Drills, "drills/forno/"+f)
			must(t, err)
			must(t, os.WriteFile(filepath.Join(d.DrillFolder(), name, f), append([]byte(text), content...), 0o644))
		}
	}
	all, errs := d.Drills(ctx)
	if len(all) != 4 || !slices.ContainsFunc(all, func(x *desk.Drill) bool { return x.Key == "mine" && x.Own }) {
		t.Errorf("%d drills", len(all))
	}
	if len(errs) != 1 || data.CodeOf(errs[0]) != data.ErrDrill {
		t.Errorf("%v", errs)
	}
}
