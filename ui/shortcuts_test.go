package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vedetta/assets"
	"vedetta/ui/kit"
)

// taken are the keys that the code of a folder takes, as it names them: letters,
// and the names of Fyne's keys without "Key".
func taken(t *testing.T, folder string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		code, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range code.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && strings.HasPrefix(strings.ToLower(f.Name.Name), "typed") {
				compared(f, keys)
			}
		}
	}
	return keys
}

// compared adds the keys with which a function compares what was typed.
func compared(f *ast.FuncDecl, keys map[string]bool) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CaseClause:
			for _, e := range n.List {
				addKey(e, keys)
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				addKey(n.Y, keys)
			}
		}
		return true
	})
}

func addKey(e ast.Expr, keys map[string]bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if r, _, _, err := strconv.UnquoteChar(strings.Trim(e.Value, "'"), '\''); e.Kind == token.CHAR && err == nil {
			keys[string(r)] = true
		}
	case *ast.SelectorExpr:
		if name, ok := strings.CutPrefix(e.Sel.Name, "Key"); ok && !strings.HasPrefix(name, "Modifier") {
			keys[name] = true
		}
	}
}

// editing are keys that an entry looks at while it edits as any other.
var editing = map[string][]string{
	"inbox": {"Backspace", "Delete"},
	"kit":   {" "}, // a blank is Space
}

func TestTheSheetListsExactlyTheKeysThatScreensTake(t *testing.T) {
	listed := map[string]map[string]bool{}
	for _, p := range sheet() {
		for _, folder := range p.packages {
			if listed[folder] == nil {
				listed[folder] = map[string]bool{}
			}
			for _, s := range p.keys {
				for key := range strings.FieldsSeq(s.takes) {
					listed[folder][key] = true
				}
			}
		}
	}
	for _, folder := range folders(t) {
		has := taken(t, folder)
		for _, key := range editing[folder] {
			delete(has, key)
		}
		for key := range has {
			if !listed[folder][key] {
				t.Errorf("ui/%s takes %q, which is not on the sheet", folder, key)
			}
		}
		for key := range listed[folder] {
			if !has[key] {
				t.Errorf("the sheet lists %q, which ui/%s does not take", key, folder)
			}
		}
	}
}

// folders are those of ui, itself included.
func folders(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	all := []string{"."}
	for _, e := range entries {
		if e.IsDir() {
			all = append(all, e.Name())
		}
	}
	return all
}

func TestEveryPlaceOfTheSheetHasASentenceForEachKey(t *testing.T) {
	for _, p := range sheet() {
		shown := map[string]bool{}
		for _, s := range p.keys {
			for _, l := range assets.Languages {
				for _, key := range []string{s.says, "shortcuts.in." + p.name} {
					if !assets.WordsFor(l.Code).Has(key) {
						t.Errorf("%s is missing in %s", key, l.Code)
					}
				}
			}
			if shown[s.shown] {
				t.Errorf("%s: %s stands twice", p.name, s.shown)
			}
			shown[s.shown] = true
		}
	}
}

func TestTheSheetOpensFromWhereverTheCursorIsAndFits(t *testing.T) {
	for _, l := range assets.Languages {
		w := picturesOf(filledDesk(t), l.Code, kit.LookLight, smallest)
		t.Cleanup(w.Stop)
		w.Go(Inbox)
		canvas := w.window.Canvas()
		open := map[string]func(){
			"F1 in the list":       func() { canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1}) },
			"? in the list":        func() { canvas.Focused().TypedRune('?') },
			"F1 in the search":     func() { w.FocusSearch(); canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1}) },
			"F1 with nothing held": func() { canvas.Unfocus(); canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1}) },
		}
		for _, name := range slices.Sorted(maps.Keys(open)) {
			w.screens[Inbox].(interface{ Focus() }).Focus()
			open[name]()
			top := canvas.Overlays().Top()
			if top == nil {
				t.Fatalf("%s: %s opened nothing", l.Code, name)
			}
			if m := top.MinSize(); m.Width > smallest.Width || m.Height > smallest.Height {
				t.Errorf("%s: the sheet needs %v", l.Code, m)
			}
			canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if canvas.Overlays().Top() != nil {
				t.Fatalf("%s: Escape leaves the sheet open after %s", l.Code, name)
			}
		}
	}
}
