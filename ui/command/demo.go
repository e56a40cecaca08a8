package command

import (
	"fmt"
	"os"
	"path/filepath"

	"vedetta/charts/report"
	"vedetta/data"
	"vedetta/data/desk"
)

type demoCmd struct{}

// Run makes a new workspace with the demo bakery in it.
func (demoCmd) Run(r *run) error {
	if !r.chosen {
		r.workspace = r.Demo
	}
	return r.with(func(d *desk.Desk) error {
		if err := r.fillDemo(d); err != nil {
			return err
		}
		w, err := d.Workspace(r.ctx)
		if err != nil {
			return err
		}
		r.say("command.demo_ready", "Name", w.Name, "Mentions", r.words.Number(int64(w.Mentions)), "File", r.workspace)
		return nil
	})
}

func (r *run) fillDemo(d *desk.Desk) error {
	w, err := d.Workspace(r.ctx)
	if err != nil {
		return err
	}
	if w.Mentions > 0 {
		return data.Errorf(data.ErrWorkspaceFull, "%d mentions in %s", w.Mentions, r.workspace)
	}
	err = d.ImportDemo(r.ctx, r.progress())
	r.endProgress()
	d.WaitForSearch()
	return err
}

type checkCmd struct {
	JSON bool `help:"${json}"`
}

// Run looks for damage in the workspace; finding some is a failure.
func (c checkCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		problems, err := d.Integrity(r.ctx)
		if err != nil {
			return err
		}
		if c.JSON {
			err = r.json(map[string]any{"ok": len(problems) == 0, "problems": problems})
		} else if len(problems) == 0 {
			r.say("command.sound")
		}
		if len(problems) > 0 {
			return data.Errorf(data.ErrWorkspaceBroken, "%v", problems)
		}
		return err
	})
}

type headlessCmd struct {
	Output string `short:"o" default:"out" placeholder:"FOLDER" help:"${folder}"`
}

// headlessDays is the period of the report that headless writes: the demo's
// crisis is in it, and a normal time of the same length lies before it.
const headlessDays = 45

// Run does the main job without a display: the demo's exports, the summary,
// the report as PDF, pictures of the screens.
func (c headlessCmd) Run(r *run) error {
	if err := os.MkdirAll(c.Output, 0o755); err != nil {
		return (&data.Error{Code: data.ErrCannotWrite, Err: err}).With("Path", c.Output)
	}
	r.workspace = filepath.Join(c.Output, "demo.db")
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(r.workspace + suffix); err != nil && !os.IsNotExist(err) {
			return (&data.Error{Code: data.ErrCannotWrite, Err: err}).With("Path", r.workspace)
		}
	}
	return r.with(func(d *desk.Desk) error {
		if err := r.fillDemo(d); err != nil {
			return err
		}
		return c.show(r, d)
	})
}

func (c headlessCmd) show(r *run, d *desk.Desk) error {
	s, err := r.stats(d, data.Filter{})
	if err != nil {
		return err
	}
	s.Days = nil // ninety lines would hide the rest
	if err := r.sayStats(s); err != nil {
		return err
	}
	w, err := d.Workspace(r.ctx)
	if err != nil {
		return err
	}
	pdf := filepath.Join(c.Output, "report.pdf")
	period := data.Anchor(d.Now(), w.Last, headlessDays, d.Zone())
	if err := r.writeReport(d, data.Filter{Period: period}, "", report.A4, pdf); err != nil {
		return err
	}
	files, err := r.Pictures(r.ctx, d, c.Output)
	if err != nil {
		return err
	}
	r.say("command.wrote", "File", pdf)
	for _, f := range files {
		r.say("command.wrote", "File", f)
	}
	fmt.Fprintln(r.Out)
	r.say("command.headless_done", "Folder", c.Output)
	return nil
}
