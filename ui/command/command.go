package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
)

// Env is what a command runs with.
type Env struct {
	In        io.Reader
	Out, Err  io.Writer
	Clock     data.Clock
	Workspace string // the person's own workspace
	Demo      string // where the demo's workspace goes unless told otherwise
	Lang      string // "it" or "en", from the system
	// Window opens the window on a workspace and returns when it is closed.
	Window func(ctx context.Context, workspace, lang string) error
	// Pictures draws the screens of a workspace into PNG files in a folder.
	Pictures func(ctx context.Context, d *desk.Desk, folder string) ([]string, error)
	Secrets  string // where the keys of networks are kept if the system has no keyring
	Getenv   func(name string) string
}

// The exit codes.
const (
	Done     = 0
	Failed   = 1
	WrongUse = 2
)

// cli is the shape of the command line; its help stands in the translations.
type cli struct {
	Workspace string `placeholder:"FILE" help:"${workspace}"`
	Lang      string `enum:"it,en,es,fr,de,pt," default:"" help:"${lang}"`

	Open     openCmd     `cmd:"" default:"1" help:"${open}"`
	Import   importCmd   `cmd:"" help:"${import}"`
	Stats    statsCmd    `cmd:"" help:"${stats}"`
	List     listCmd     `cmd:"" help:"${list}"`
	Export   exportCmd   `cmd:"" help:"${export}"`
	Classify classifyCmd `cmd:"" help:"${classify}"`
	Detect   detectCmd   `cmd:"" help:"${detect}"`
	Report   reportCmd   `cmd:"" help:"${report}"`
	Demo     demoCmd     `cmd:"" help:"${demo}"`
	Check    checkCmd    `cmd:"" help:"${check}"`
	Imports  importsCmd  `cmd:"" help:"${imports}"`
	Undo     undoCmd     `cmd:"" help:"${undo}"`
	Add      addCmd      `cmd:"" help:"${add}"`
	Watch    watchCmd    `cmd:"" help:"${watch}"`
	Sync     syncCmd     `cmd:"" help:"${sync}"`
	Source   sourceCmd   `cmd:"" help:"${source}"`
	Headless headlessCmd `cmd:"" help:"${headless}"`
}

// helps are the keys of the help texts: "command.<key>".
var helps = []string{
	"workspace", "lang", "open", "import", "stats", "list", "classify", "report", "demo", "check", "headless",
	"files", "format", "map", "dry_run", "json", "query", "limit", "from", "to", "output", "paper", "folder", "export", "export_output",
	"detect", "detect_file", "detect_step", "detect_scores", "detect_sensitivity", "imports", "undo", "import_id", "yes", "watch", "watched", "sheet", "entry", "date", "no_header", "zone",
	"sync", "sync_sources", "source", "source_add", "source_list", "source_test", "source_remove", "source_network", "source_name", "source_set", "source_every", "source_key",
	"add", "add_text", "add_url", "add_at", "add_author", "add_source", "add_rating", "add_screenshot",
}

// run is one command under way.
type run struct {
	Env
	ctx       context.Context
	words     *assets.Words
	workspace string
	chosen    bool   // --workspace was given
	said      bool   // what went wrong was told already
	lang      string // as --lang said, "" if it did not
}

// Run runs the command line and returns the exit code.
func Run(ctx context.Context, args []string, env Env) int {
	words := assets.WordsFor(langOf(args, env.Lang))
	var c cli
	exit, exited := Done, false
	parser, err := kong.New(&c, kong.Name("vedetta"), kong.Description(words.Text("command.about")),
		kong.Writers(env.Out, env.Err), kong.Exit(func(code int) { exit, exited = code, true }), helpTexts(words))
	if err != nil {
		fmt.Fprintln(env.Err, err)
		return Failed
	}
	chosen, err := parser.Parse(args)
	if exited {
		return exit
	}
	if err != nil {
		fmt.Fprintln(env.Err, words.Text("command.wrong_use", "Why", err.Error()))
		return WrongUse
	}
	r := &run{Env: env, ctx: ctx, words: words, workspace: env.Workspace, chosen: c.Workspace != "", lang: c.Lang}
	if r.chosen {
		r.workspace = c.Workspace
	}
	return r.exit(chosen.Run(r))
}

// langOf looks for --lang before the arguments are parsed: help and errors
// are already in that language. The program speaks two; the others are for
// texts to classify.
func langOf(args []string, system string) string {
	for i, a := range args {
		lang, given := strings.CutPrefix(a, "--lang=")
		if a == "--lang" && i+1 < len(args) {
			lang, given = args[i+1], true
		}
		if given && (lang == "it" || lang == "en") {
			return lang
		}
	}
	return system
}

func helpTexts(words *assets.Words) kong.Vars {
	vars := kong.Vars{}
	for _, key := range helps {
		vars[key] = words.Text("command." + key)
	}
	return vars
}

func (r *run) exit(err error) int {
	if err == nil {
		return Done
	}
	if !r.said {
		r.complain("", err)
	}
	if misused[data.CodeOf(err)] {
		return WrongUse
	}
	return Failed
}

// complain says what went wrong, with a file's name in front.
func (r *run) complain(file string, err error) {
	if file != "" {
		fmt.Fprint(r.Err, file, ": ")
	}
	message, hint := r.words.Explain(err)
	fmt.Fprintln(r.Err, message, hint)
	r.point(err)
	if data.CodeOf(err) == data.ErrInternal {
		fmt.Fprintln(r.Err, err) // nobody foresaw this one: the cause is all there is to say
	}
}

// point shows where a search cannot be read: the search, and below it a line
// under the wrong part.
func (r *run) point(err error) {
	query, from, to, ok := data.QueryFault(err)
	if !ok {
		return
	}
	runes := []rune(query)
	for i, c := range runes {
		if plain(string(c)) == "" {
			runes[i] = ' '
		}
	}
	fmt.Fprintf(r.Err, "  %s\n  %s%s\n", string(runes), strings.Repeat(" ", from), strings.Repeat("^", to-from))
}

// misused are the errors that come from what was typed.
var misused = map[data.Code]bool{
	data.ErrQuery: true, data.ErrFormatUnknown: true, data.ErrColumnUnknown: true, data.ErrFieldUnknown: true, data.ErrDate: true,
	data.ErrExportKind: true, data.ErrZone: true, data.ErrSeries: true, data.ErrMentionNoText: true, data.ErrMentionDate: true, data.ErrMentionURL: true, data.ErrSourceUnknown: true, data.ErrFetchField: true,
}

// open opens the workspace of the command.
func (r *run) open() (*desk.Desk, error) { return desk.Open(r.ctx, r.workspace, r.Clock) }

// with runs fn on the command's workspace and closes it.
func (r *run) with(fn func(d *desk.Desk) error) error {
	d, err := r.open()
	if err != nil {
		return err
	}
	return errors.Join(fn(d), d.Close())
}

func (r *run) say(key string, pairs ...any) { fmt.Fprintln(r.Out, r.words.Text(key, pairs...)) }

type openCmd struct{}

// Run opens the window.
func (openCmd) Run(r *run) error { return r.Window(r.ctx, r.workspace, r.words.Lang()) }
