package command

import (
	"fmt"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

type syncCmd struct {
	Sources []string `arg:"" optional:"" help:"${sync_sources}"`
	JSON    bool     `help:"${json}"`
}

// synced is what came of fetching a source.
type synced struct {
	Source  string `json:"source"`
	Network string `json:"network"`
	Rows    int    `json:"rows"`
	New     int    `json:"new"`
	Known   int    `json:"known"`
	Error   string `json:"error,omitempty"`
}

// Run fetches sources, all that are not paused unless some are named, and says
// of each what came. One that fails does not keep the others.
func (c syncCmd) Run(r *run) error {
	return r.connected(func(d *desk.Desk) error {
		all, err := r.sources(d, c.Sources)
		if err != nil {
			return err
		}
		var failed error
		done := []synced{}
		for _, source := range all {
			i, err := d.Fetch(r.ctx, source.ID, r.progress())
			r.endProgress()
			s := synced{Source: source.Name, Network: string(source.Network), Rows: i.Rows, New: i.New, Known: i.Known}
			if err != nil {
				failed, s.Error = err, string(data.CodeOf(err))
				r.complain(source.Name, err)
				r.said = true
			} else if !c.JSON {
				r.say("command.synced", "Source", plain(source.Name), "New", r.words.Number(int64(s.New)), "Known", r.words.Number(int64(s.Known)))
			}
			done = append(done, s)
		}
		if c.JSON {
			if err := r.json(done); err != nil {
				return err
			}
		}
		return failed
	})
}

// connected runs fn on the command's workspace with the keys of its sources.
// The passphrase of a file of keys comes from VEDETTA_PASSPHRASE.
func (r *run) connected(fn func(d *desk.Desk) error) error {
	return r.with(func(d *desk.Desk) error {
		d.UseSecrets(r.Secrets)
		if phrase := r.Getenv("VEDETTA_PASSPHRASE"); phrase != "" {
			if err := d.Unlock(phrase); err != nil {
				return err
			}
		}
		return fn(d)
	})
}

// sources finds sources by name; without names all that are not paused.
func (r *run) sources(d *desk.Desk, names []string) (found []data.Connection, err error) {
	all, err := d.Connections(r.ctx)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		one, ok := named(all, name)
		if !ok {
			return nil, data.Errorf(data.ErrSourceUnknown, "source %q", name).With("Name", name)
		}
		found = append(found, one)
	}
	for _, one := range all {
		if len(names) == 0 && !one.Paused {
			found = append(found, one)
		}
	}
	return found, nil
}

func named(all []data.Connection, name string) (data.Connection, bool) {
	for _, one := range all {
		if strings.EqualFold(one.Name, name) {
			return one, true
		}
	}
	return data.Connection{}, false
}

type sourceCmd struct {
	Add    sourceAddCmd    `cmd:"" help:"${source_add}"`
	List   sourceListCmd   `cmd:"" help:"${source_list}"`
	Test   sourceTestCmd   `cmd:"" help:"${source_test}"`
	Remove sourceRemoveCmd `cmd:"" help:"${source_remove}"`
}

type sourceAddCmd struct {
	Network string            `arg:"" help:"${source_network}"`
	Name    string            `required:"" help:"${source_name}"`
	Set     map[string]string `mapsep:"none" help:"${source_set}"`
	Every   time.Duration     `default:"15m" help:"${source_every}"`
	Key     []string          `help:"${source_key}"`
}

// Run stores a source after it was tried. Its keys come from the environment:
// an argument would stand in the list of processes.
func (c sourceAddCmd) Run(r *run) error {
	return r.connected(func(d *desk.Desk) error {
		source := data.Connection{Network: data.Network(c.Network), Name: c.Name, Settings: c.Set, Every: c.Every}
		secrets := map[string]string{}
		for _, key := range c.Key {
			field, variable, _ := strings.Cut(key, "=")
			secrets[field] = r.Getenv(variable)
		}
		found, err := d.TestConnection(r.ctx, source, secrets)
		if err != nil {
			return err
		}
		if _, err := d.SaveConnection(r.ctx, source, secrets); err != nil {
			return err
		}
		r.tested(source.Name, found)
		return nil
	})
}

func (r *run) tested(name string, found data.ConnectionTest) {
	r.say("command.source_tested", "Source", plain(name), "Account", plain(found.Account))
	for _, missing := range found.Missing {
		r.say("command.source_missing", "What", plain(missing))
	}
	for _, m := range found.Sample {
		fmt.Fprintf(r.Out, "  %s  %s\n", r.words.Moment(m.PublishedAt, time.Local), plain(strings.Join(strings.Fields(m.Title+" "+m.Text), " ")))
	}
}

type sourceListCmd struct {
	JSON bool `help:"${json}"`
}

// Run lists the sources with how they fare.
func (c sourceListCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		all, err := d.Connections(r.ctx)
		if err != nil {
			return err
		}
		if c.JSON {
			return r.json(listedSources(all))
		}
		for _, one := range all {
			state := r.words.Text("command.source_never")
			if s := one.State; s.Failure != nil {
				state, _ = r.words.Explain(s.Failure)
			} else if !s.FetchedAt.IsZero() {
				state = r.words.Text("command.source_fetched", "When", r.words.DateTime(s.FetchedAt, d.Zone()), "Mentions", r.words.Number(int64(s.Mentions)))
			}
			fmt.Fprintf(r.Out, "%s (%s): %s\n", plain(one.Name), one.Network, state)
		}
		return nil
	})
}

// listedSource is a source without its settings: they may tell more than a log
// should.
type listedSource struct {
	Name      string    `json:"name"`
	Network   string    `json:"network"`
	Paused    bool      `json:"paused"`
	Every     float64   `json:"every_seconds"`
	FetchedAt time.Time `json:"fetched_at"`
	NextAt    time.Time `json:"next_at"`
	Mentions  int       `json:"mentions"`
	Error     string    `json:"error,omitempty"`
}

func listedSources(all []data.Connection) []listedSource {
	out := []listedSource{}
	for _, c := range all {
		l := listedSource{c.Name, string(c.Network), c.Paused, c.Every.Seconds(), c.State.FetchedAt, c.State.NextAt, c.State.Mentions, ""}
		if c.State.Failure != nil {
			l.Error = string(c.State.Failure.Code)
		}
		out = append(out, l)
	}
	return out
}

type sourceTestCmd struct {
	Name string `arg:"" help:"${source_name}"`
}

// Run tries a source and shows its newest mentions.
func (c sourceTestCmd) Run(r *run) error {
	return r.connected(func(d *desk.Desk) error {
		all, err := r.sources(d, []string{c.Name})
		if err != nil {
			return err
		}
		found, err := d.TestConnection(r.ctx, all[0], nil)
		if err == nil {
			r.tested(all[0].Name, found)
		}
		return err
	})
}

type sourceRemoveCmd struct {
	Name string `arg:"" help:"${source_name}"`
}

// Run forgets a source and its keys; the mentions that it brought stay.
func (c sourceRemoveCmd) Run(r *run) error {
	return r.connected(func(d *desk.Desk) error {
		all, err := r.sources(d, []string{c.Name})
		if err != nil {
			return err
		}
		return d.RemoveConnection(r.ctx, all[0].ID)
	})
}
