package nab_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vedetta/data/detect/nab"
)

const (
	table    = "timestamp,value\n2015-03-01 00:00:00,3\n2015-03-01 00:05:00,4.5\n"
	labelled = `{"windows": {"a.csv": [["2015-03-01 00:00:00.000000", "2015-03-01 00:05:00.000000"]], "b.csv": []},
		"labels": {"a.csv": ["2015-03-01 00:05:00"]}}`
)

// folder holds texts; those named .gz are packed.
func folder(t *testing.T, texts map[string]string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for name, text := range texts {
		content := []byte(text)
		if strings.HasSuffix(name, ".gz") {
			var packed bytes.Buffer
			w := gzip.NewWriter(&packed)
			if _, err := w.Write(content); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			content = packed.Bytes()
		}
		out[name] = &fstest.MapFile{Data: content}
	}
	return out
}

func TestSeriesAreReadPackedOrNot(t *testing.T) {
	all, err := nab.Read(folder(t, map[string]string{
		"a.csv": table, "b.csv.gz": table, "labels.json": labelled, "LICENSE.txt": "MIT",
	}))
	if err != nil || len(all) != 2 {
		t.Fatalf("%d series: %v", len(all), err)
	}
	a, b := all[0], all[1]
	if a.Name != "a" || len(a.At) != 2 || a.Value[1] != 4.5 || !a.At[1].Equal(time.Date(2015, 3, 1, 0, 5, 0, 0, time.UTC)) {
		t.Errorf("%+v", a)
	}
	if len(a.Windows) != 1 || !a.Windows[0][1].Equal(a.At[1]) || len(a.Labels) != 1 || !a.Labels[0].Equal(a.At[1]) {
		t.Errorf("windows %v, labels %v", a.Windows, a.Labels)
	}
	if b.Name != "b" || len(b.At) != 2 || len(b.Windows) != 0 {
		t.Errorf("%+v", b)
	}
}

func TestWhatIsNoSeriesIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		file, text, labels, want string
	}{
		"no labels at all":          {"a.csv", table, "", "labels.json"},
		"labels that are no JSON":   {"a.csv", table, "{", "labels.json"},
		"a series without windows":  {"c.csv", table, labelled, "no windows"},
		"a window without an end":   {"a.csv", table, `{"windows": {"a.csv": [["2015-03-01 00:00:00"]]}}`, "a.csv"},
		"a label that is no time":   {"a.csv", table, `{"windows": {"a.csv": []}, "labels": {"a.csv": ["x"]}}`, "a.csv"},
		"an empty file":             {"a.csv", "", labelled, "no rows"},
		"a heading alone":           {"a.csv", "timestamp,value\n", labelled, "no rows"},
		"a column too few":          {"a.csv", "timestamp\n2015-03-01 00:00:00\n", labelled, "fields"},
		"a time that is none":       {"a.csv", "timestamp,value\nyesterday,3\n", labelled, "yesterday"},
		"a value that is no number": {"a.csv", "timestamp,value\n2015-03-01 00:00:00,many\n", labelled, "many"},
	} {
		t.Run(name, func(t *testing.T) {
			texts := map[string]string{c.file: c.text}
			if c.labels != "" {
				texts["labels.json"] = c.labels
			}
			all, err := nab.Read(folder(t, texts))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, error %v, want one with %q", all, err, c.want)
			}
		})
	}
	damaged := folder(t, map[string]string{"labels.json": labelled})
	damaged["b.csv.gz"] = &fstest.MapFile{Data: []byte(table)}
	if _, err := nab.Read(damaged); err == nil {
		t.Error("a .gz that is not packed was read")
	}
}
