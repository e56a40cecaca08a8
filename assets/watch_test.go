package assets_test

import (
	"testing"

	"vedetta/assets"
	"vedetta/data"
)

func TestImportName(t *testing.T) {
	w := assets.WordsFor("it")
	for name, c := range map[string]struct {
		i    data.Import
		want string
	}{
		"a file goes by its name":              {data.Import{Path: "/home/nina/marzo.csv"}, "marzo.csv"},
		"a file in an archive too":             {data.Import{Path: "/home/nina/takeout.zip/Google/reviews.json"}, "reviews.json"},
		"a path of Windows is understood":      {data.Import{Path: `C:\Nina\marzo.csv`}, "marzo.csv"},
		"pasted rows have no file":             {data.Import{Format: "generic"}, "Righe incollate"},
		"a mention that was typed in has none": {data.Import{Format: data.FormatManual}, "Menzione aggiunta a mano"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := w.ImportName(c.i); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestWatchedSaysWhatBecameOfAFile(t *testing.T) {
	w := assets.WordsFor("en")
	for name, c := range map[string]struct {
		f    data.WatchedFile
		want string
	}{
		"imported":      {data.WatchedFile{Path: "/x/a.csv", Import: data.Import{State: data.ImportDone, Counts: data.Counts{New: 2}}}, "a.csv: 2 new mentions"},
		"known already": {data.WatchedFile{Path: "/x/a.zip", Entry: "b.csv", Import: data.Import{State: data.ImportDone}}, "a.zip/b.csv: nothing new"},
		"failed": {
			data.WatchedFile{Path: "/x/a.csv", Import: data.Import{State: data.ImportFailed}, Err: data.Errorf(data.ErrFileEmpty, "")},
			"a.csv was not imported: The file is empty. Export it again from where it came.",
		},
		"waiting": {
			data.WatchedFile{Path: "/x/a.csv", Import: data.Import{State: data.ImportWaiting}, Err: data.Errorf(data.ErrUnsureDates, "")},
			"a.csv waits: No date in this file tells day from month. Open it on the Import screen and choose the order of the dates.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := w.Watched(c.f); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
