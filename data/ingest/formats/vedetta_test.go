package formats

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGuardedCellsComeBack(t *testing.T) {
	for _, c := range []struct {
		name, cell  string
		id          bool
		text, typed string
	}{
		{"plain words", "Pane freddo", false, "Pane freddo", "Pane freddo"},
		{"a formula", "=1+1", false, "'=1+1", "=1+1"},
		{"a handle", "@forno", false, "'@forno", "@forno"},
		{"a phone number", "+39 011", false, "'+39 011", "+39 011"},
		{"a tab", "\tx", false, "'\tx", "\tx"},
		{"a text that begins with an apostrophe", "'ndrangheta", false, "'ndrangheta", "'ndrangheta"},
		{"one that looks protected", "'=1", false, "''=1", "''=1"},
		{"one that looks protected twice", "''=1", false, "'''=1", "'''=1"},
		{"nothing", "", true, "", ""},
		{"an apostrophe", "'", true, "'", "'"},
		{"digits in a text", "1800000000000000001", false, "1800000000000000001", "1800000000000000001"},
		{"a long id", "1800000000000000001", true, "'1800000000000000001", "1800000000000000001"},
		{"a short id", "12345678901", true, "12345678901", "12345678901"},
		{"an id that begins with zero", "007", true, "'007", "007"},
		{"an id that reads as a power of ten", "12E5", true, "'12E5", "12E5"},
		{"an id that no number can hold", "9e999", true, "'9e999", "9e999"},
		{"an id with letters", "Ugx4", true, "Ugx4", "Ugx4"},
		{"a decimal that comes back", "4.5", true, "4.5", "4.5"},
		{"a decimal that does not", "1.10", true, "'1.10", "1.10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Guard(c.cell, c.id); got != c.text {
				t.Errorf("in text %q, want %q", got, c.text)
			}
			if got := GuardTyped(c.cell, c.id); got != c.typed {
				t.Errorf("in a workbook %q, want %q", got, c.typed)
			}
		})
	}
}

func FuzzGuard(f *testing.F) {
	for _, cell := range []string{"", "=1", "'=1", "'", "''007", "@a", "1e9", "\r"} {
		f.Add(cell, true)
	}
	f.Fuzz(func(t *testing.T, cell string, id bool) {
		for _, guarded := range []string{Guard(cell, id), GuardTyped(cell, id)} {
			if back := Unguard(guarded, id); back != cell {
				t.Errorf("%q came back as %q", cell, back)
			}
		}
		if g := Guard(cell, id); g != "" && endangered(g, id) && g[0] != '\'' {
			t.Errorf("%q is not protected", g)
		}
	})
}

func FuzzList(f *testing.F) {
	for _, item := range []string{"", "a", "a, b", `"a"`, `"`, " a ", "\n", `a",`} {
		f.Add(item, "b")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		items := []string{a, b, a}
		if d := cmp.Diff(items, splitList(joinList(items))); d != "" {
			t.Error(d)
		}
	})
}

func TestListsAreReadAsPeopleWriteThem(t *testing.T) {
	for list, want := range map[string][]string{
		"":                           nil,
		"pane,  attese ,,pane caldo": {"pane", "attese", "pane caldo"},
		`"L1 Attese, code", L3 Pane`: {"L1 Attese, code", "L3 Pane"},
		`"never closed`:              {"never closed"},
	} {
		if d := cmp.Diff(want, splitList(list)); d != "" {
			t.Errorf("%q: %s", list, d)
		}
	}
}

func TestHeadersOfBothLanguagesMeanTheSame(t *testing.T) {
	meaning := map[string]string{}
	for _, c := range own {
		for _, name := range []string{c.en, c.it} {
			if before, ok := meaning[Fold(name)]; ok && before != c.en {
				t.Errorf("%q is %s and %s", name, before, c.en)
			}
			meaning[Fold(name)] = c.en
		}
	}
}
