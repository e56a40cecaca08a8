package ingest_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
)

// zipped makes a ZIP file of names and contents.
func zipped(t testing.TB, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: zip.Deflate, Modified: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(content string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, content) // a buffer takes everything
	_ = w.Close()
	return b.String()
}

// onDisk writes a file of the given bytes.
func onDisk(t testing.TB, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	smallCSV  = "id,data,testo\n1,2026-03-01,uno\n2,2026-03-02,due\n"
	smallJSON = `[{"id":1,"date":"2026-03-01","text":"uno"}]`
)

func TestArchivesAndWhatIsInThem(t *testing.T) {
	encrypted := []byte(zipped(t, "a.csv", smallCSV))
	for _, magic := range []string{"PK\x03\x04", "PK\x01\x02"} { // both headers say it
		at := bytes.Index(encrypted, []byte(magic))
		encrypted[at+map[string]int{"PK\x03\x04": 6, "PK\x01\x02": 8}[magic]] |= 1
	}
	for name, c := range map[string]struct {
		content  string
		contents []string
		rows     int
		want     data.Code // of opening it without a choice
	}{
		"a file that is no archive":          {smallCSV, nil, 2, ""},
		"one file, deep inside":              {zipped(t, "Takeout/", "", "Takeout/a/b.csv", smallCSV, "__MACOSX/._b.csv", "x", "foto.jpg", "x", "a/.hidden.csv", "x"), []string{"Takeout/a/b.csv"}, 2, ""},
		"several files":                      {zipped(t, "b.csv", smallCSV, "a.json", smallJSON), []string{"b.csv", "a.json"}, 0, data.ErrManyEntries},
		"the one file of X with mentions":    {zipped(t, "data/account.js", `window.YTD.account.part0 = [{"account":{"email":"a"}}]`, "data/like.js", "window.YTD.like.part0 = [ ]", "data/comments.js", "window.YTD.comments.part0 = "+smallJSON), []string{"data/comments.js"}, 1, ""},
		"no useful file":                     {zipped(t, "foto.jpg", "x"), nil, 0, data.ErrArchiveEmpty},
		"nothing":                            {zipped(t), nil, 0, data.ErrArchiveEmpty},
		"archives alone":                     {zipped(t, "a.zip", zipped(t, "a.csv", smallCSV)), nil, 0, data.ErrArchiveNested},
		"an archive under another name":      {zipped(t, "a.csv", zipped(t, "a.csv", smallCSV)), []string{"a.csv"}, 0, data.ErrArchiveNested},
		"a file under a password":            {string(encrypted), []string{"a.csv"}, 0, data.ErrFilePassword},
		"a workbook in an archive":           {zipped(t, "a.xlsx", smallXLSX(t)), []string{"a.xlsx"}, 2, ""},
		"a workbook, which is no archive":    {smallXLSX(t), nil, 2, ""},
		"a file under gzip in an archive":    {zipped(t, "a.csv.gz", gzipped(smallCSV)), []string{"a.csv.gz"}, 2, ""},
		"a table under gzip":                 {gzipped(smallCSV), nil, 2, ""},
		"JSON under gzip":                    {gzipped(smallJSON), nil, 1, ""},
		"a workbook under gzip":              {gzipped(smallXLSX(t)), nil, 2, ""},
		"gzip that ends in the middle":       {gzipped(smallCSV)[:50], nil, 0, data.ErrFileDamaged},
		"nothing under gzip":                 {gzipped(""), nil, 0, data.ErrFileEmpty},
		"an archive that ends in the middle": {zipped(t, "a.csv", smallCSV)[:80], nil, 0, data.ErrFileDamaged},
		"a text of Word":                     {zipped(t, "[Content_Types].xml", "x", "word/document.xml", "x"), nil, 0, data.ErrFileBinary},
		"a document of Numbers":              {zipped(t, "Index/Document.iwa", "x", "a.csv", smallCSV), nil, 0, data.ErrFileSaveAs},
	} {
		t.Run(name, func(t *testing.T) {
			path := onDisk(t, c.content)
			contents, err := ingest.Contents(path)
			if err != nil && data.CodeOf(err) != c.want {
				t.Errorf("contents: %v", err)
			}
			if d := cmp.Diff(c.contents, contents); d != "" {
				t.Error(d)
			}
			f, err := ingest.Open(data.Plan{Path: path}, ingest.Zones{Default: time.UTC})
			if err != nil {
				if data.CodeOf(err) != c.want {
					t.Errorf("opening: %v", err)
				}
				return
			}
			defer f.Close()
			ms, _, err := drain(f)
			if err != nil || len(ms) != c.rows || c.want != "" {
				t.Errorf("%d mentions, %v, want %q", len(ms), err, c.want)
			}
			if r := f.Recognition(); f.Offset() > r.Size || r.Path != path {
				t.Errorf("%d of %d bytes of %s", f.Offset(), r.Size, r.Path)
			}
		})
	}
}

func TestOneFileOfAnArchiveIsChosenByItsName(t *testing.T) {
	path := onDisk(t, zipped(t, "a.csv", smallCSV, "b/c.json", smallJSON))
	f, err := ingest.Open(data.Plan{Path: path, Entry: "b/c.json"}, ingest.Zones{Default: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if ms, _, err := drain(f); err != nil || len(ms) != 1 {
		t.Errorf("%d mentions, %v", len(ms), err)
	}
	if r := f.Recognition(); r.Entry != "b/c.json" || f.ModTime().UTC() != time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC) {
		t.Errorf("entry %q of %v", r.Entry, f.ModTime())
	}
	for name, file := range map[string]string{"an archive without it": path, "no archive": onDisk(t, smallCSV)} {
		if _, err := ingest.Open(data.Plan{Path: file, Entry: "d.csv"}, ingest.Zones{Default: time.UTC}); data.CodeOf(err) != data.ErrEntryUnknown {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// repetition packs to a thousandth.
func repetition(t testing.TB, megabytes int, gz bool) string {
	t.Helper()
	var b bytes.Buffer
	var w io.Writer
	var closers []io.Closer
	if gz {
		g := gzip.NewWriter(&b)
		w, closers = g, []io.Closer{g}
	} else {
		z := zip.NewWriter(&b)
		entry, err := z.Create("a.csv")
		if err != nil {
			t.Fatal(err)
		}
		w, closers = entry, []io.Closer{z}
	}
	_, _ = io.WriteString(w, "id,data,testo\n1,2026-03-01,uno\n2,2026-03-01,") // a buffer takes everything
	block := bytes.Repeat([]byte("a"), 1<<20)
	for range megabytes {
		_, _ = w.Write(block)
	}
	for _, c := range closers {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestAFileThatUnpacksWithoutEndIsStopped(t *testing.T) {
	for name, gz := range map[string]bool{"in an archive": false, "under gzip": true} {
		t.Run(name, func(t *testing.T) {
			f, err := ingest.Open(data.Plan{Path: onDisk(t, repetition(t, 80, gz))}, ingest.Zones{Default: time.UTC})
			if err == nil {
				defer f.Close()
				_, _, err = drain(f)
			}
			if data.CodeOf(err) != data.ErrFileTooLarge {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestAPackedTableThatEndsInTheMiddleSaysSoAfterItsRows(t *testing.T) {
	var table strings.Builder
	table.WriteString("id,data,testo\n")
	for i := range 40_000 {
		table.WriteString(strings.Repeat("9", i%7+1) + ",2026-03-01,testo " + time.Unix(int64(i)*7919, 0).UTC().Format(time.RFC3339) + "\n")
	}
	packed := gzipped(table.String())
	f, err := ingest.Open(data.Plan{Path: onDisk(t, packed[:len(packed)*3/4])}, ingest.Zones{Default: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ms, _, err := drain(f)
	if data.CodeOf(err) != data.ErrFileDamaged || len(ms) < 20_000 {
		t.Errorf("%d mentions, %v", len(ms), err)
	}
}

func TestFilesThatHoldNoMentionsAreNamed(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		want    data.Code
		kind    any
	}{
		"a 7z archive":          {"7z\xbc\xaf\x27\x1c\x00\x04 and so on", data.ErrArchiveOther, "7z"},
		"a tar archive":         {"a.csv" + strings.Repeat("\x00", 252) + "ustar\x0000" + strings.Repeat("\x00", 250), data.ErrArchiveOther, "tar"},
		"a photo of a phone":    {"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", data.ErrFileBinary, "HEIC"},
		"a program":             {"MZ\x90\x00\x03\x00\x00\x00 This program cannot be run", data.ErrFileBinary, "EXE"},
		"a database":            {"SQLite format 3\x00 and so on", data.ErrFileBinary, "SQLite"},
		"an e-mail":             {"Return-Path: <a@b.test>\r\nReceived: from x by y;\r\n Tue, 3 Mar 2026 10:00:00 +0000\r\nSubject: Reclamo\r\n\r\nBuongiorno\r\n", data.ErrFileEmail, nil},
		"a mailbox":             {"From anna@b.test Tue Mar  3 10:00:00 2026\nFrom: anna@b.test\nSubject: x\n\nciao\n", data.ErrFileEmail, nil},
		"a workbook of Numbers": {zipped(t, "Index.zip", "x"), data.ErrFileSaveAs, "Numbers"},
		"a binary workbook":     {zipped(t, "[Content_Types].xml", "x", "xl/workbook.bin", "x"), data.ErrFileSaveAs, "XLSB"},
		"a book":                {zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", "x"), data.ErrFileBinary, "EPUB"},
		"a text document":       {zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "x", "META-INF/manifest.xml", "x"), data.ErrFileBinary, "ODT"},
		"a page of the web":     {"<!DOCTYPE html><html><body><p>Ciao, mondo</p></body></html>", data.ErrFileBinary, "HTML"},
		"some XML":              {`<?xml version="1.0"?><a><b>1</b></a>`, data.ErrFileBinary, "XML"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, _, err := tryRead(c.content, data.Plan{})
			if data.CodeOf(err) != c.want {
				t.Fatalf("error %v", err)
			}
			if known := codeIn(err); known.Args["Kind"] != c.kind {
				t.Errorf("kind %v", known.Args["Kind"])
			}
		})
	}
}
