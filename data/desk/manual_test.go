package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vedetta/data"
)

const png = "\x89PNG\r\n\x1a\n and the rest of a picture"

func typed() data.ManualMention {
	return data.ManualMention{
		Text: "Pessimo servizio, due ore di attesa e nessuno che si scusi", URL: "https://www.facebook.com/groups/1/posts/2",
		Author: "Marta Neri", PublishedAt: now.Add(-time.Hour), Rating: 1,
	}
}

func TestAddMention(t *testing.T) {
	t.Run("it is stored, classified, and searched for like any other", func(t *testing.T) {
		d := open(t)
		added, err := d.AddMention(ctx, typed())
		must(t, err)
		m, err := d.Mention(ctx, added.ID)
		must(t, err)
		if m.Source != "facebook" || m.Author.Name != "Marta Neri" || m.Label != data.Negative || m.Rating != 1 ||
			!m.PublishedAt.Equal(now.Add(-time.Hour)) || added.Known || added.Import.Format != data.FormatManual {
			t.Errorf("added %+v as %+v", added, m)
		}
		d.WaitForSearch()
		f, err := data.ParseQuery("attesa", d.Zone())
		must(t, err)
		if n, err := d.Count(ctx, f, 10); n != 1 || err != nil {
			t.Errorf("the search finds %d, %v", n, err)
		}
		sound(t, d)
	})
	t.Run("typed in twice it is there once", func(t *testing.T) {
		d := open(t)
		first, err := d.AddMention(ctx, typed())
		must(t, err)
		second, err := d.AddMention(ctx, typed())
		must(t, err)
		if !second.Known || second.ID != first.ID || mentions(t, d) != 1 {
			t.Errorf("first %+v, second %+v, %d mentions", first, second, mentions(t, d))
		}
	})
	t.Run("one that an export has brought is recognised by its address", func(t *testing.T) {
		d := open(t)
		_, err := d.Import(ctx, data.Plan{Path: file(t, "a.csv", "id,data,testo,url,autore",
			`fb-77,2026-11-22 10:00:00,"Pessimo servizio, due ore di attesa e nessuno che si scusi",https://www.facebook.com/groups/1/posts/2,Marta Neri`)}, nil)
		must(t, err)
		added, err := d.AddMention(ctx, typed())
		must(t, err)
		if !added.Known || added.ID == 0 || mentions(t, d) != 1 {
			t.Errorf("added %+v, %d mentions", added, mentions(t, d))
		}
		sound(t, d)
	})
	t.Run("its import can be undone, screenshot and all", func(t *testing.T) {
		d := open(t)
		m := typed()
		m.Screenshot = file(t, "shot.png", png)
		added, err := d.AddMention(ctx, m)
		must(t, err)
		lost, err := d.WorkLost(ctx, added.Import.ID)
		must(t, err)
		equal(t, "what undoing loses", lost, data.WorkLost{Worked: 1, Attached: 1})
		_, err = d.UndoImport(ctx, added.Import.ID, nil)
		must(t, err)
		all, err := d.Attachments(ctx, added.ID)
		must(t, err)
		if len(all) != 0 || mentions(t, d) != 0 {
			t.Errorf("left: %d mentions, attachments %+v", mentions(t, d), all)
		}
	})
}

func TestAddMentionRefuses(t *testing.T) {
	folder := t.TempDir()
	large := filepath.Join(folder, "large.png")
	must(t, os.WriteFile(large, append([]byte(png), make([]byte, data.MaxAttachment)...), 0o600))
	for name, c := range map[string]struct {
		edit func(*data.ManualMention)
		want data.Code
	}{
		"no text":                        {func(m *data.ManualMention) { m.Text = " \n" }, data.ErrMentionNoText},
		"no date":                        {func(m *data.ManualMention) { m.PublishedAt = time.Time{} }, data.ErrMentionDate},
		"a date in the future":           {func(m *data.ManualMention) { m.PublishedAt = now.AddDate(0, 0, 2) }, data.ErrMentionDate},
		"an address that is none":        {func(m *data.ManualMention) { m.URL = "facebook" }, data.ErrMentionURL},
		"an address that runs a script":  {func(m *data.ManualMention) { m.URL = "javascript:alert(1)" }, data.ErrMentionURL},
		"a screenshot that is not there": {func(m *data.ManualMention) { m.Screenshot = filepath.Join(folder, "no.png") }, data.ErrFileMissing},
		"a folder for a screenshot":      {func(m *data.ManualMention) { m.Screenshot = folder }, data.ErrFileIsFolder},
		"a program named as a picture":   {func(m *data.ManualMention) { m.Screenshot = file(t, "shot.png", "MZ\x90\x00") }, data.ErrAttachmentKind},
		"a screenshot over 20 MB":        {func(m *data.ManualMention) { m.Screenshot = large }, data.ErrAttachmentLarge},
	} {
		t.Run(name, func(t *testing.T) {
			d, m := open(t), typed()
			c.edit(&m)
			_, err := d.AddMention(ctx, m)
			equal(t, "error", data.CodeOf(err), c.want)
			imports, err := d.Imports(ctx)
			must(t, err)
			if len(imports) != 0 || mentions(t, d) != 0 {
				t.Errorf("it left %d mentions and imports %+v", mentions(t, d), imports)
			}
		})
	}
}

func TestAttachmentsComeBackAsTheyWere(t *testing.T) {
	d := open(t)
	added, err := d.AddMention(ctx, typed())
	must(t, err)
	contents := map[string]string{
		"shot.png": png, "photo.jpg": "\xff\xd8\xff\xe0 picture", "shot.webp": "RIFF\x10\x00\x00\x00WEBPVP8 ", "letter.pdf": "%PDF-1.7",
	}
	for _, name := range []string{"shot.png", "photo.jpg", "shot.webp", "letter.pdf", "shot.png"} {
		must(t, d.Attach(ctx, added.ID, file(t, name, contents[name])))
	}
	all, err := d.Attachments(ctx, added.ID)
	must(t, err)
	kinds := []string{}
	for _, a := range all {
		kinds = append(kinds, a.Name+" "+a.Kind)
		got, err := d.Attachment(ctx, a.ID)
		must(t, err)
		if !bytes.Equal(got, []byte(contents[a.Name])) || a.Size != int64(len(got)) || len(a.SHA256) != 64 || !a.AddedAt.Equal(now) {
			t.Errorf("%+v came back as %q", a, got)
		}
	}
	equal(t, "attachments", kinds, []string{"shot.png image/png", "photo.jpg image/jpeg", "shot.webp image/webp", "letter.pdf application/pdf"})
	_, err = d.Attachment(ctx, 99)
	equal(t, "one that is not there", data.CodeOf(err), data.ErrNotFound)
}
