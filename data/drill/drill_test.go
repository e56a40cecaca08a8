package drill_test

import (
	"io/fs"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/drill"
)

func folder(t testing.TB) fs.FS {
	t.Helper()
	files, err := fs.Sub(assets.Drills, "drills")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func builtIn(t testing.TB, key string) *drill.Drill {
	t.Helper()
	d, err := drill.Read(folder(t), key)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var keys = []string{"forno", "taco-bell", "united-2017"}

func TestEveryBuiltInDrillCanBeRead(t *testing.T) {
	all, errs := drill.List(folder(t))
	for _, err := range errs {
		t.Error(err)
	}
	var got []string
	for _, d := range all {
		got = append(got, d.Key)
	}
	if !slices.Equal(got, keys) {
		t.Errorf("drills %v, want %v", got, keys)
	}
}

func TestEachDayBringsWhatTheDrillSays(t *testing.T) {
	for _, key := range keys {
		d := builtIn(t, key)
		got := map[string]int{}
		for _, m := range drill.Generate(d, 7) {
			got[m.PublishedAt.In(d.Zone).Format("2006-01-02")]++
		}
		for _, day := range d.Days {
			if at := day.Date.Format("2006-01-02"); got[at] < day.Mentions-day.Spread || got[at] > day.Mentions+day.Spread {
				t.Errorf("%s %s: %d mentions, want %d", key, at, got[at], day.Mentions)
			}
		}
	}
}

func TestTheVolumesOfUnitedAreThoseOfTheSources(t *testing.T) {
	d := builtIn(t, "united-2017")
	want := map[string]int{"2017-04-09": 15, "2017-04-10": 1520, "2017-04-11": 1390}
	for _, day := range d.Days {
		at := day.Date.Format("2006-01-02")
		if n, ok := want[at]; ok && (day.Mentions != n || day.Spread != 0 || day.Certainty == drill.Invented) {
			t.Errorf("%s: %+v", at, day)
		}
		if n := want[at]; n > 1000 && math.Abs(day.Negative-0.69) > 0.001 {
			t.Errorf("%s: %v negative", at, day.Negative)
		}
		if at == "2017-04-08" && day.Negative > 0.09 {
			t.Errorf("%s: %v negative", at, day.Negative)
		}
	}
	if quiet := d.T0.Sub(d.Begin()); quiet < 14*24*time.Hour {
		t.Errorf("only %v before t0", quiet)
	}
	if got := d.T0.UTC().Format(time.RFC3339); got != "2017-04-09T23:30:00Z" {
		t.Errorf("t0 %s", got)
	}
}

func TestTheSameSeedMakesTheSameMentions(t *testing.T) {
	d := builtIn(t, "forno")
	once, again, other := drill.Generate(d, 3), drill.Generate(d, 3), drill.Generate(d, 4)
	if !reflect.DeepEqual(once, again) {
		t.Error("the same seed made other mentions")
	}
	if reflect.DeepEqual(once, other) {
		t.Error("another seed made the same mentions")
	}
}

func TestMentionsDoNotLookAlike(t *testing.T) {
	for _, key := range keys {
		seen, same := map[string]bool{}, 0
		all := drill.Generate(builtIn(t, key), 1)
		for i, m := range all {
			if seen[m.Text] {
				same++
			}
			seen[m.Text] = true
			if strings.ContainsAny(m.Text, "{}[]|") || m.Text == "" {
				t.Errorf("%s: %q", key, m.Text)
			}
			if i > 0 && m.PublishedAt.Before(all[i-1].PublishedAt) {
				t.Errorf("%s: mention %d is out of order", key, i)
			}
		}
		if same*100 > len(all) {
			t.Errorf("%s: %d of %d texts are there twice", key, same, len(all))
		}
	}
}

func TestWhatIsWrongInADrillIsToldWithFileAndLine(t *testing.T) {
	good := read(t, "forno/drill.txt")
	for name, c := range map[string]struct {
		from, to, file string
	}{
		"a line that is nothing":     {"[briefing]", "[briefing]\nhello", "drill.txt"},
		"a section nobody reads":     {"[note]", "[notes]", "drill.txt"},
		"no such zone":               {"zone: Europe/Rome", "zone: Europe/Atlantis", "drill.txt"},
		"a day that varies too much": {"| 5 ~ 2 |", "| 5 ~ 6 |", "drill.txt"},
		"a source that is missing":   {"- 2026-03-12 14:10 | invented", "- 2026-03-12 14:10 | sourced Z9", "drill.txt"},
		"sourced without a source":   {"- 2026-03-12 14:10 | invented", "- 2026-03-12 14:10 | sourced", "drill.txt"},
		"a day that is missing":      {"- 2026-03-14 | 22", "- 2026-03-15 | 22", "drill.txt"},
		"a curve that is missing":    {"| night | invented", "| nights | invented", "drill.txt"},
		"too few hours":              {"- usual | 0 0", "- usual | 0", "drill.txt"},
		"more than all":              {"| 60 % | 12 %", "| 60 % | 52 %", "drill.txt"},
		"a label that is none":       {"- neutral ordini", "- calm ordini", "drill.txt"},
		"a theme without phrases":    {"- neutral ordini", "- neutral niente", "phrases.txt"},
		"an inject of no kind":       {"| press_call | 60", "| shout | 60", "drill.txt"},
		"a type of another cluster":  {"type: human_harm", "type: rumour", "drill.txt"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(good+"\n[note]\nen: x\n", c.from, c.to, 1)
			files := fstest.MapFS{
				"x/drill.txt":   {Data: []byte(text)},
				"x/phrases.txt": {Data: []byte(read(t, "forno/phrases.txt"))},
			}
			_, err := drill.Read(files, "x")
			if data.CodeOf(err) != data.ErrDrill {
				t.Fatalf("%v", err)
			}
			args := err.(*data.Error).Args
			if args["File"] != "x/"+c.file || args["Line"].(int) < 1 {
				t.Errorf("%v: %v", args, err)
			}
		})
	}
}

func read(t testing.TB, name string) string {
	t.Helper()
	text, err := fs.ReadFile(folder(t), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAFolderWithoutADrillIsTold(t *testing.T) {
	_, errs := drill.List(os.DirFS(t.TempDir()))
	if len(errs) != 0 {
		t.Errorf("an empty folder: %v", errs)
	}
	_, errs = drill.List(fstest.MapFS{"x/other.txt": {}})
	if len(errs) != 1 || data.CodeOf(errs[0]) != data.ErrDrill {
		t.Errorf("%v", errs)
	}
}
