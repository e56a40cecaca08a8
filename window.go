package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"vedetta/data/desk"
	"vedetta/ui"
)

const appID = "app.vedetta.desktop"

// openWindow shows a workspace until the window is closed. What goes wrong
// behind the scenes is written to a log beside the person's workspace.
func openWindow(ctx context.Context, folder, workspace, lang string) error {
	log, err := os.OpenFile(filepath.Join(folder, "vedetta.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	slog.SetDefault(slog.New(slog.NewTextHandler(log, nil)))
	d, err := desk.Open(ctx, workspace, time.Now)
	if err != nil {
		return err
	}
	a := app.NewWithID(appID)
	context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
	ui.Run(a, d, lang)
	return d.Close()
}
