package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// topLevel is all that may lie in the root of the repository, beside entries
// that begin with a dot.
var topLevel = []string{
	"main.go", "arch_test.go", "ui", "data", "charts", "assets",
	"go.mod", "go.sum", "FyneApp.toml", "Makefile", "README.md", "LICENSE", "CHANGELOG.md",
}

// Longer than this and nobody reads it in one go.
const (
	mostFileLines = 400
	mostFuncLines = 60
)

// importRule forbids files to import packages. All four are regular
// expressions for the whole path; $1 in except is the first group of in.
type importRule struct {
	in, notIn       string
	imports, except string
	reason          string
}

const (
	thirdParty = `[^/]+\.[^/]+(/.*)?`
	ours       = `vedetta/.*`
	tests      = `.*_test\.go`
)

var importRules = []importRule{
	{
		in: `data/[^/]+\.go`, notIn: tests, imports: thirdParty + `|` + ours,
		reason: "package data is the words of all others and stands on the standard library alone",
	},
	{
		in: `data/([^/]+)/.*`, notIn: `data/desk/.*`, imports: ours, except: `vedetta/(data|assets|data/$1(/.*)?)`,
		reason: "the packages below data do not know each other; data/desk joins them",
	},
	{
		in: `data/desk/.*`, imports: ours, except: `vedetta/(data(/.*)?|assets)`,
		reason: "the desk serves window and command line alike and knows neither",
	},
	{
		in: `charts/.*`, imports: ours, except: `vedetta/(data|assets|charts(/.*)?)`,
		reason: "charts draw what they are given",
	},
	{
		in: `charts/.*`, imports: `fyne\.io/.*`,
		reason: "charts are drawn on paper too, where there is no window",
	},
	{
		in: `assets/.*`, imports: ours, except: `vedetta/(data|assets)`,
		reason: "everybody imports assets",
	},
	{
		in: `ui/[^/]+\.go`, imports: `vedetta/data/.*`, except: `vedetta/data/(desk|job)`,
		reason: "the desk is the only door from ui to data",
	},
	{
		in: `ui/([^/]+)/.*`, imports: ours, except: `vedetta/(data|data/desk|data/job|data/fetch/fetchtest|charts(/.*)?|assets|ui/kit(/kittest)?|ui/$1)`,
		reason: "a screen knows the desk and ui/kit, never another screen",
	},
	{
		in: `(.*/)?presenter[^/]*\.go`, imports: `fyne\.io/.*|vedetta/ui/kit`,
		reason: "presenters are tested as plain Go; what needs Fyne belongs in the screen",
	},
	{
		in: `.*/.*`, notIn: `ui/[^/]+_test\.go`, imports: `vedetta/ui`,
		reason: "only package main opens the window",
	},
	{
		in: `.*`, notIn: `data/store/.*`, imports: `database/sql(/.*)?|github\.com/mattn/go-sqlite3`,
		reason: "data/store is the only package that speaks SQL",
	},
	{
		in: `.*`, notIn: `data/fetch/.*`, imports: `net|net/(http|smtp|rpc|textproto)(/.*)?`,
		reason: "data/fetch is the only package that uses the network",
	},
	{
		in: `.*`, notIn: `main\.go`, imports: `fyne\.io/fyne/v2/app`,
		reason: "with a driver for displays, tests would need a display",
	},
}

// codeRule forbids something that is not an import; finds tells whether a
// node is that.
type codeRule struct {
	in, notIn string
	what      string
	finds     func(ast.Node) bool
	reason    string
}

const dispatcher = `ui/kit/dispatcher\.go`

var codeRules = []codeRule{
	{
		in: `ui/.*`, notIn: dispatcher + `|` + tests, what: "a go statement", finds: isGo,
		reason: "presenters live on the UI goroutine; only the dispatcher leaves it",
	},
	{
		in: `ui/.*`, notIn: dispatcher + `|` + tests, what: "fyne.Do", finds: isCallOf("fyne", "Do"),
		reason: "only the dispatcher comes back to the UI goroutine",
	},
	{
		in: `ui/.*`, notIn: dispatcher + `|` + tests, what: "fyne.DoAndWait", finds: isCallOf("fyne", "DoAndWait"),
		reason: "only the dispatcher comes back to the UI goroutine, and it never waits for it",
	},
	{
		in: `.*`, notIn: `ui/notice\.go`, what: "SendNotification", finds: isCallOf("", "SendNotification"),
		reason: "some systems run the text of a notification as a script, and ours comes from strangers; ui/notice.go has a fixed phrase and a number",
	},
}

func isGo(n ast.Node) bool {
	_, ok := n.(*ast.GoStmt)
	return ok
}

// isCallOf finds pkg.name, or name of anything where pkg is empty.
func isCallOf(pkg, name string) func(ast.Node) bool {
	return func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok || s.Sel.Name != name {
			return false
		}
		x, ok := s.X.(*ast.Ident)
		return pkg == "" || ok && x.Name == pkg
	}
}

func TestTheTreeKeepsItsShape(t *testing.T) {
	files := trackedFiles(t)
	for _, fault := range strayEntries(files) {
		t.Error(fault)
	}
	for _, fault := range missingDocs(files) {
		t.Error(fault)
	}
	for _, name := range files {
		if path.Ext(name) != ".go" {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults(t, name, string(src)) {
			t.Error(fault)
		}
	}
}

// trackedFiles are the files that git knows and that are there.
func trackedFiles(t *testing.T) []string {
	t.Helper()
	// The owner of a checkout may differ from who runs its tests.
	out, err := exec.Command("git", "-c", "safe.directory=*", "ls-files").Output()
	if err != nil {
		t.Fatalf("listing the repository's files: %v", err)
	}
	gone := func(name string) bool {
		_, err := os.Stat(name)
		return err != nil
	}
	files := slices.DeleteFunc(strings.Fields(string(out)), gone)
	if len(files) < len(topLevel) {
		t.Fatalf("git lists only %d files", len(files))
	}
	return files
}

func strayEntries(files []string) (found []string) {
	seen := map[string]bool{}
	for _, name := range files {
		top, _, _ := strings.Cut(name, "/")
		if !seen[top] && !strings.HasPrefix(top, ".") && !slices.Contains(topLevel, top) {
			found = append(found, fmt.Sprintf("%s: does not belong in the root of the repository; find its place below data, charts, ui or assets", top))
		}
		seen[top] = true
	}
	return found
}

func missingDocs(files []string) (found []string) {
	seen := map[string]bool{}
	for _, name := range files {
		dir := path.Dir(name)
		if path.Ext(name) != ".go" || dir == "." || seen[dir] {
			continue
		}
		seen[dir] = true
		if !slices.Contains(files, dir+"/doc.go") {
			found = append(found, fmt.Sprintf("%s: has no doc.go that tells its job, its neighbours and its rules", dir))
		}
	}
	return found
}

// faults are the sentences about one Go file.
func faults(t *testing.T, name, src string) (found []string) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range f.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		for _, r := range importRules {
			if r.forbids(name, imported) {
				found = append(found, fmt.Sprintf("%s: imports %s: %s", name, imported, r.reason))
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		for _, r := range codeRules {
			if n != nil && holdsFor(name, r.in, r.notIn) && r.finds(n) {
				found = append(found, fmt.Sprintf("%s: has %s: %s", fset.Position(n.Pos()), r.what, r.reason))
			}
		}
		return true
	})
	if lines := strings.Count(src, "\n"); lines > mostFileLines {
		found = append(found, fmt.Sprintf("%s: has %d lines, more than %d: give one of its subjects a file of its own", name, lines, mostFileLines))
	}
	return append(found, longFuncs(fset, name, f)...)
}

func longFuncs(fset *token.FileSet, name string, f *ast.File) (found []string) {
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if lines := fset.Position(fn.End()).Line - fset.Position(fn.Pos()).Line + 1; lines > mostFuncLines {
			found = append(found, fmt.Sprintf("%s: %s has %d lines, more than %d: name its steps", fset.Position(fn.Pos()), fn.Name.Name, lines, mostFuncLines))
		}
	}
	return found
}

func (r importRule) forbids(name, imported string) bool {
	if !holdsFor(name, r.in, r.notIn) || !matches(r.imports, imported) {
		return false
	}
	except := whole(r.in).ReplaceAllString(name, strings.ReplaceAll(r.except, "$1", "${1}"))
	return r.except == "" || !matches(except, imported)
}

func holdsFor(name, in, notIn string) bool {
	return matches(in, name) && (notIn == "" || !matches(notIn, name))
}

func matches(pattern, s string) bool { return whole(pattern).MatchString(s) }

// compiled keeps the patterns: there are few, asked for at every import.
var compiled = map[string]*regexp.Regexp{}

func whole(pattern string) *regexp.Regexp {
	if compiled[pattern] == nil {
		compiled[pattern] = regexp.MustCompile(`^(?:` + pattern + `)$`)
	}
	return compiled[pattern]
}

func TestTheRulesFindForbiddenImports(t *testing.T) {
	for _, c := range []struct{ name, imported, want string }{
		{"data/mention.go", "github.com/google/go-cmp/cmp", "standard library alone"},
		{"data/mention.go", "vedetta/assets", "standard library alone"},
		{"data/mention.go", "net/url", ""},
		{"data/mention_test.go", "github.com/google/go-cmp/cmp", ""},
		{"data/ingest/read.go", "vedetta/data/store", "do not know each other"},
		{"data/ingest/read.go", "vedetta/data/ingest/formats", ""},
		{"data/store/open.go", "vedetta/charts", "do not know each other"},
		{"data/desk/import.go", "vedetta/data/ingest", ""},
		{"data/desk/import.go", "vedetta/charts", "window and command line alike"},
		{"charts/chart.go", "vedetta/data/desk", "draw what they are given"},
		{"charts/report/pdf.go", "vedetta/charts", ""},
		{"charts/report/pdf.go", "fyne.io/fyne/v2", "drawn on paper"},
		{"assets/words.go", "vedetta/data/store", "everybody imports assets"},
		{"assets/words.go", "vedetta/data", ""},
		{"ui/window.go", "vedetta/data/store", "only door"},
		{"ui/window.go", "vedetta/ui/inbox", ""},
		{"ui/inbox/screen.go", "vedetta/ui/reports", "never another screen"},
		{"ui/inbox/screen.go", "vedetta/data/store", "never another screen"},
		{"ui/inbox/screen.go", "vedetta/ui/kit", ""},
		{"ui/inbox/screen_test.go", "vedetta/ui/inbox", ""},
		{"ui/inbox/presenter_list.go", "fyne.io/fyne/v2/widget", "tested as plain Go"},
		{"ui/inbox/presenter_test.go", "vedetta/ui/kit", "tested as plain Go"},
		{"presenter.go", "fyne.io/fyne/v2", "tested as plain Go"},
		{"ui/inbox/screen.go", "fyne.io/fyne/v2", ""},
		{"ui/kit/theme.go", "vedetta/ui", "only package main"},
		{"ui/window_test.go", "vedetta/ui", ""},
		{"main.go", "vedetta/ui", ""},
		{"data/desk/desk.go", "database/sql", "speaks SQL"},
		{"main.go", "github.com/mattn/go-sqlite3", "speaks SQL"},
		{"data/store/open_test.go", "database/sql", ""},
		{"ui/update.go", "net/http", "uses the network"},
		{"data/fetch/youtube.go", "net/http/httptest", ""},
		{"window.go", "fyne.io/fyne/v2/app", "need a display"},
		{"main.go", "fyne.io/fyne/v2/app", ""},
	} {
		src := fmt.Sprintf("package p\n\nimport _ %q\n", c.imported)
		expectFault(t, c.name, src, c.want)
	}
}

func TestTheRulesFindForbiddenCode(t *testing.T) {
	body := func(lines string) string { return "package p\n\nfunc f() {\n" + lines + "}\n" }
	for _, c := range []struct{ name, src, want string }{
		{"ui/inbox/screen.go", body("go f()\n"), "only the dispatcher leaves it"},
		{"ui/inbox/screen_test.go", body("go f()\n"), ""},
		{"data/desk/import.go", body("go f()\n"), ""},
		{"ui/window.go", body("fyne.Do(f)\n"), "only the dispatcher comes back"},
		{"ui/window.go", body("fyne.DoAndWait(f)\n"), "never waits"},
		{"ui/kit/dispatcher.go", body("go f()\nfyne.Do(f)\n"), ""},
		{"ui/window.go", body("presenter.Do(f)\n"), ""},
		{"ui/window.go", body("fyne.CurrentApp().SendNotification(nil)\n"), "comes from strangers"},
		{"ui/notice.go", body("fyne.CurrentApp().SendNotification(nil)\n"), ""},
		{"ui/window.go", body(strings.Repeat("f()\n", mostFuncLines-1)), "name its steps"},
		{"ui/window.go", body(strings.Repeat("f()\n", mostFuncLines-2)), ""},
		{"ui/window_test.go", body(strings.Repeat("f()\n", mostFuncLines)), ""},
		{"ui/words.go", "package p\n" + strings.Repeat("\n", mostFileLines), "file of its own"},
		{"ui/words.go", "package p\n" + strings.Repeat("\n", mostFileLines-1), ""},
	} {
		expectFault(t, c.name, c.src, c.want)
	}
}

// expectFault wants a fault that contains want, or none where want is empty.
func expectFault(t *testing.T, name, src, want string) {
	t.Helper()
	found := faults(t, name, src)
	switch {
	case want == "" && len(found) > 0:
		t.Errorf("%s\n%s\nis found faulty: %q", name, src, found)
	case want != "" && !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, want) }):
		t.Errorf("%s\n%s\nfaults found: %q, want one with %q", name, src, found, want)
	}
}

func TestTheRulesFindStrayFilesAndMissingDocs(t *testing.T) {
	files := []string{".ci/run", "main.go", "utils/utils.go", "ui/doc.go", "ui/kit/kit.go"}
	if found := strayEntries(files); len(found) != 1 || !strings.HasPrefix(found[0], "utils: ") {
		t.Errorf("stray entries: %q, want utils alone", found)
	}
	if found := missingDocs(files); len(found) != 2 || !strings.HasPrefix(found[0], "utils: ") || !strings.HasPrefix(found[1], "ui/kit: ") {
		t.Errorf("folders without doc.go: %q, want utils and ui/kit", found)
	}
}
