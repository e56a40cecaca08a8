package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// TestLook writes pictures for a person to look at, where VEDETTA_LOOK says.
func TestLook(t *testing.T) {
	folder := os.Getenv("VEDETTA_LOOK")
	if folder == "" {
		t.Skip("VEDETTA_LOOK names no folder")
	}
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "demo.db"), data.At(now))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if err := d.ImportDemo(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	d.WaitForSearch()
	if os.Getenv("VEDETTA_SMALL") == "" {
		files, err := Pictures(context.Background(), d, folder)
		t.Log(len(files), err)
		return
	}
	for _, lang := range []string{"it", "en"} {
		w := picturesOf(d, lang, "light", leastSize)
		for _, p := range Places {
			if err := writePicture(filepath.Join(folder, "small-"+string(p)+"-"+lang+".png"), w.picture(p)); err != nil {
				t.Fatal(err)
			}
		}
		w.Stop()
	}
	e, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "empty.db"), data.At(now))
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	w := picturesOf(e, "it", "light", leastSize)
	for _, p := range Places {
		if err := writePicture(filepath.Join(folder, "empty-"+string(p)+".png"), w.picture(p)); err != nil {
			t.Fatal(err)
		}
	}
	w.showSheet()
	_ = writePicture(filepath.Join(folder, "sheet.png"), w.window.Canvas().Capture())
	w.Stop()
}
