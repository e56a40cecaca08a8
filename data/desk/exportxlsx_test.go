package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"vedetta/assets"
	"vedetta/data"
)

// workbook writes mentions into sheets of at most rows rows and opens it.
func workbook(t *testing.T, rows int, mentions ...data.Mention) (*excelize.File, data.Exported) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	x, err := newXLSXExport(f, t.TempDir(), assets.WordsFor("en"), time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	x.mostRows = rows
	for i := range mentions {
		if err := x.write(&mentions[i]); err != nil {
			t.Fatal(err)
		}
	}
	done, err := x.finish()
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book, done
}

func mentioned(text string) data.Mention {
	at := time.Date(2026, 11, 3, 9, 5, 7, 0, time.UTC)
	return data.Mention{
		ID: data.ID(at.Unix() << 20), Source: "x", ExternalID: "1800000000000000001", Text: text, PublishedAt: at,
		Engagement: data.NoEngagement, Work: &data.Work{},
	}
}

func TestWorkbook(t *testing.T) {
	t.Run("rows beyond the limit go on in a second sheet, under the header", func(t *testing.T) {
		book, done := workbook(t, 3, mentioned("a"), mentioned("b"), mentioned("c"), mentioned("d"), mentioned("e"))
		if done.Sheets != 3 || !slices.Equal(book.GetSheetList(), []string{"mentions", "mentions 2", "mentions 3"}) {
			t.Fatalf("%+v, sheets %q", done, book.GetSheetList())
		}
		var texts []string
		for _, sheet := range book.GetSheetList() {
			for row := 1; row <= 3; row++ {
				text, err := book.GetCellValue(sheet, "H"+string(rune('0'+row)))
				if err != nil {
					t.Fatal(err)
				}
				texts = append(texts, text)
			}
		}
		if got := strings.Join(texts, " "); got != "Text a b Text c d Text e " {
			t.Errorf("texts %q", got)
		}
	})
	t.Run("a text that no cell can hold ends in a note that says so", func(t *testing.T) {
		long := strings.Repeat("🥐", 20_000) // 40,000 units
		book, done := workbook(t, mostSheetRows, mentioned(long), mentioned(strings.Repeat("è", 32_767)))
		text, err := book.GetCellValue("mentions", "H2")
		if err != nil {
			t.Fatal(err)
		}
		const note = " [… cut here: 20,000 characters in all]"
		if done.Cut != 1 || !strings.HasSuffix(text, "🥐"+note) || strings.Contains(text, "\ufffd") {
			t.Errorf("%+v, ends in %q", done, text[len(text)-60:])
		}
		whole, err := book.GetCellValue("mentions", "H3")
		if err != nil || len([]rune(whole)) != 32_767 {
			t.Errorf("%d characters of a text that just fits, %v", len([]rune(whole)), err)
		}
	})
	t.Run("dates are dates, ids are text", func(t *testing.T) {
		book, _ := workbook(t, mostSheetRows, mentioned("a"))
		date, err := book.GetCellType("mentions", "B2")
		if err != nil || date == excelize.CellTypeInlineString {
			t.Errorf("the date is of type %v, %v", date, err)
		}
		days, _ := book.GetCellValue("mentions", "B2", excelize.Options{RawCellValue: true})
		if !strings.HasPrefix(days, "46329.378553") {
			t.Errorf("day %s", days)
		}
		id, err := book.GetCellType("mentions", "AC2")
		if text, _ := book.GetCellValue("mentions", "AC2"); err != nil || id != excelize.CellTypeInlineString || text != "1800000000000000001" {
			t.Errorf("the id %q is of type %v, %v", text, id, err)
		}
	})
}
