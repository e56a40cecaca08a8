package assets_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A use is a place in the program that asks for a sentence.
type use struct {
	at      string
	method  string   // Text, Count, or nothing for a key in a table
	key     string   // the sentence, or the beginning of its key
	prefix  bool     // whether key is a beginning only
	given   []string // names of the parts that are given
	unknown bool     // whether there are names that only the running program knows
}

func TestEverySentenceTheProgramAsksForExists(t *testing.T) {
	it, en := sentences(t, "it"), sentences(t, "en")
	uses := usesBelow(t, "..")
	if len(uses) < 50 {
		t.Fatalf("found only %d uses of sentences", len(uses))
	}
	for _, u := range uses {
		for lang, all := range map[string]map[string]sentence{"it": it, "en": en} {
			if fault := u.fault(all); fault != "" {
				t.Errorf("%s: in %s %s", u.at, lang, fault)
			}
		}
	}
}

// keyLike is what keys look like.
var keyLike = regexp.MustCompile(`^[a-z]+(\.\w+)+$`)

func (u use) fault(all map[string]sentence) string {
	begins := func(start string) bool {
		for key := range all {
			if strings.HasPrefix(key, start) {
				return true
			}
		}
		return false
	}
	s, ok := all[u.key]
	subject, _, _ := strings.Cut(u.key, ".")
	switch {
	case u.method == "" && (ok || begins(u.key+".") || !begins(subject+".")):
		return "" // a key, the beginning of some, or no key at all
	case u.prefix && begins(u.key):
		return ""
	case u.prefix:
		return fmt.Sprintf("no sentence begins with %s", u.key)
	case !ok:
		return fmt.Sprintf("there is no sentence %s", u.key)
	case u.method == "Text" && s.plural():
		return fmt.Sprintf("%s has plural forms, it wants Count", u.key)
	case u.method == "Count" && !s.plural():
		return fmt.Sprintf("%s has no plural forms, it wants Text", u.key)
	}
	for _, name := range parts(s["other"]) {
		if !u.unknown && !slices.Contains(u.given, name) {
			return fmt.Sprintf("%s wants %s, which is not given", u.key, name)
		}
	}
	return ""
}

// usesBelow finds the uses in all Go files but tests, and all literals there
// that look like keys, as they stand in tables.
func usesBelow(t *testing.T, root string) (found []use) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if u, ok := useIn(n); ok {
				u.at = fset.Position(n.Pos()).String()
				found = append(found, u)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func useIn(n ast.Node) (use, bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		return useOf(n)
	case *ast.BasicLit:
		key, ok := literal(n)
		return use{key: key}, ok && keyLike.MatchString(key) && filepath.Ext(key) != ".pdf"
	}
	return use{}, false
}

// useOf reads x.Text("key", "Name", value…), x.Count("key", n, "Name", value…)
// and the same with "prefix."+rest as key.
func useOf(call *ast.CallExpr) (use, bool) {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 || method.Sel.Name != "Text" && method.Sel.Name != "Count" {
		return use{}, false
	}
	if x, ok := method.X.(*ast.Ident); ok && x.Name == "job" {
		return use{}, false // job.Count counts rows
	}
	u := use{method: method.Sel.Name, unknown: call.Ellipsis.IsValid()}
	first := call.Args[0]
	for sum, ok := first.(*ast.BinaryExpr); ok; sum, ok = first.(*ast.BinaryExpr) {
		first, u.prefix = sum.X, true
	}
	if u.key, ok = literal(first); !ok || !strings.Contains(u.key, ".") {
		return use{}, false
	}
	pairs := call.Args[1:]
	if u.method == "Count" {
		u.given, pairs = []string{"Count"}, pairs[min(1, len(pairs)):]
	}
	for i := 0; i < len(pairs); i += 2 {
		if name, ok := literal(pairs[i]); ok {
			u.given = append(u.given, name)
		}
	}
	return u, true
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

func TestFaultyUsesAreFound(t *testing.T) {
	all := map[string]sentence{
		"a.plain":  {"other": "Forno {{.Name}}"},
		"a.plural": {"one": "una", "other": "{{.Count}} di {{.Name}}"},
	}
	for _, c := range []struct{ code, want string }{
		{`w.Text("a.plain", "Name", x)`, ""},
		{`w.Count("a.plural", n, "Name", x)`, ""},
		{`w.Text("a." + x)`, ""},
		{`w.Text("a.plain", pairs...)`, ""},
		{`"a.plural"`, ""},
		{`"some.host"`, ""},
		{`"a.gone"`, "there is no sentence a.gone"},
		{`w.Text("a.gone")`, "there is no sentence a.gone"},
		{`w.Text("b." + x + ".hint")`, "no sentence begins with b."},
		{`w.Text("a.plain")`, "a.plain wants Name, which is not given"},
		{`w.Text("a.plural")`, "a.plural has plural forms, it wants Count"},
		{`w.Count("a.plain", n)`, "a.plain has no plural forms, it wants Text"},
	} {
		e, err := parser.ParseExpr(c.code)
		if err != nil {
			t.Fatal(err)
		}
		u, ok := useIn(e)
		if !ok {
			t.Errorf("%s is not seen", c.code)
		}
		if got := u.fault(all); got != c.want {
			t.Errorf("%s: %q, want %q", c.code, got, c.want)
		}
	}
}
