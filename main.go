// Vedetta watches what people say about a small business. This file wires the
// program together and decides nothing.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"
	_ "time/tzdata" // Windows has no zones of its own

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"vedetta/data/desk"
	"vedetta/ui"
	"vedetta/ui/command"
)

const appID = "app.vedetta.desktop"

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	folder, err := homeFolder()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return command.Failed
	}
	return command.Run(ctx, os.Args[1:], command.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Clock:     time.Now,
		Workspace: filepath.Join(folder, "vedetta.db"),
		Demo:      filepath.Join(folder, "demo.db"),
		Lang:      systemLanguage(),
		Window: func(ctx context.Context, workspace, lang string) error {
			return openWindow(ctx, folder, workspace, lang)
		},
		Pictures: ui.Pictures,
		Getenv:   os.Getenv,
		Secrets:  filepath.Join(folder, "keys.age"),
	})
}

// homeFolder is where the workspace and the log live unless told otherwise.
func homeFolder() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(config, "vedetta")
	return folder, os.MkdirAll(folder, 0o700)
}

// systemLanguage is the language of the system, as the locale variables give
// it; English where they say nothing.
func systemLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(v, "it") {
				return "it"
			}
			return "en"
		}
	}
	return "en"
}

// openWindow shows a workspace until the window is closed. What goes wrong
// behind the scenes is written to a log beside the person's workspace.
func openWindow(ctx context.Context, folder, workspace, lang string) error {
	log, err := os.OpenFile(filepath.Join(folder, "vedetta.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	slog.SetDefault(slog.New(slog.NewTextHandler(log, nil)))
	d, err := desk.OpenWindow(ctx, workspace, time.Now)
	if err != nil {
		return err
	}
	d.UseSecrets(filepath.Join(folder, "keys.age"))
	d.KeepFetching()
	a := app.NewWithID(appID)
	context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
	ui.Run(a, d, lang)
	return d.Close()
}
