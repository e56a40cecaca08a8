package sources

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 25, 17, 0, 0, 0, time.UTC)
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// workspace is a real desk that keeps keys in a keyring of its own.
func workspace(t testing.TB) *desk.Desk {
	t.Helper()
	keyring.MockInit()
	return workspaceWith(t, filepath.Join(t.TempDir(), "keys"))
}

func workspaceWith(t testing.TB, keys string) *desk.Desk {
	t.Helper()
	d, err := desk.Open(ctx, filepath.Join(t.TempDir(), "workspace.db"), data.At(now))
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	d.UseSecrets(keys)
	return d
}

// heard is a face that remembers what it was told.
type heard struct {
	said           []string
	err            error
	tested, stored int
}

func (h *heard) Changed()         {}
func (h *heard) ProgressChanged() {}
func (h *heard) Tested()          { h.tested++ }
func (h *heard) Stored()          { h.stored++ }
func (h *heard) Failed(err error) { h.err = err }
func (h *heard) Said(what string) { h.said = append(h.said, what) }

func started(t testing.TB, d Desk) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(d, assets.WordsFor("en"), job.Inline{}, h)
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

// feed sets a feed up that nobody can reach.
func feed(t testing.TB, p *Presenter, h *heard) data.Connection {
	t.Helper()
	f := p.NewForm(data.Connection{Network: data.NetworkFeed})
	f.Set(p.Fields(data.NetworkFeed)[0].ConnectionField, "https://127.0.0.1:1/feed")
	f.Source.Every = 0
	f.Save()
	must(t, h.err)
	if h.stored != 1 {
		t.Fatal("the form is still open")
	}
	return p.shown.sources[0]
}

func TestASourceIsSetUpPausedAndRemoved(t *testing.T) {
	p, h := started(t, workspace(t))
	c := feed(t, p, h)
	one := p.Sources()[0]
	if one.Name != "Feed" || one.Chip != "not fetched yet" || one.Line != "never fetched · by hand only" || one.Answers != "" || one.Cost != "" {
		t.Errorf("source %+v", one)
	}
	if second := p.NewForm(data.Connection{Network: data.NetworkFeed}); second.Source.Name != "Feed 2" {
		t.Errorf("the second is called %q", second.Source.Name)
	}
	p.Pause(c, true)
	if one := p.Sources()[0]; one.Chip != "paused" {
		t.Errorf("paused it is %+v", one)
	}
	p.Remove(c)
	if len(p.Sources()) != 0 || h.said[len(h.said)-1] != "Source removed: Feed" {
		t.Errorf("left %+v, said %q", p.Sources(), h.said)
	}
}

func TestBeingOfflineIsNoError(t *testing.T) {
	p, h := started(t, workspace(t))
	c := feed(t, p, h)
	p.Fetch(c)
	one := p.Sources()[0]
	if h.err != nil || one.Chip != "offline" || one.Wrong != "" || one.Mood != Plain {
		t.Errorf("source %+v, error %v", one, h.err)
	}
	if _, _, busy := p.Working(); busy {
		t.Error("still at work")
	}
}

func TestWhatIsMissingIsCalledByItsLabel(t *testing.T) {
	p, h := started(t, workspace(t))
	f := p.NewForm(data.Connection{Network: data.NetworkBluesky})
	f.Set(p.Fields(data.NetworkBluesky)[0].ConnectionField, "forno.example")
	f.Test()
	if f.Worked || h.tested != 2 || !strings.Contains(f.Result, "App password") {
		t.Errorf("result %q after %d tellings", f.Result, h.tested)
	}
	f.Save()
	if h.stored != 0 || len(p.shown.sources) != 0 {
		t.Error("it was stored without a key")
	}
}

func TestAKeyIsNeverShownAgain(t *testing.T) {
	d := workspace(t)
	p, h := started(t, d)
	f := p.NewForm(data.Connection{Network: data.NetworkX})
	for _, field := range p.Fields(data.NetworkX) {
		value := field.Default
		if field.Secret {
			value = "s3cret"
		}
		if field.Key == "words" {
			value = "forno"
		}
		f.Set(field.ConnectionField, value)
	}
	f.Source.Every, f.Source.Paused = 0, true
	f.Save()
	must(t, h.err)
	again := p.NewForm(p.shown.sources[0])
	for k, v := range again.Source.Settings {
		if strings.Contains(v, "s3cret") {
			t.Errorf("%s tells the key", k)
		}
	}
	one := p.Sources()[0]
	if one.Cost != "0.00 of 5.00 dollars this month; the next page costs at most 0.50" || one.Answers != "answers do not leave by it until you allow it" {
		t.Errorf("source %+v", one)
	}
	p.AllowSending(one.Connection, true)
	if got := p.Sources()[0].Answers; got != "answers in the outbox leave by it" {
		t.Errorf("answers %q", got)
	}
}

func TestTheOutboxSaysWhatWouldHappen(t *testing.T) {
	p, h := started(t, workspace(t))
	if p.CanSend() || p.Outbox() != "No answer waits." {
		t.Errorf("outbox %q", p.Outbox())
	}
	p.SetDry(true)
	if !p.Dry() || h.err != nil {
		t.Errorf("dry %v, %v", p.Dry(), h.err)
	}
	if got := p.sent(desk.Sending{WouldSend: 2, Failed: 1, Unapproved: []int64{4}}, true); got != "2 answers would be sent. 1 was not: the reason stands with the draft. Others wait until a source may send." {
		t.Errorf("said %q", got)
	}
}

func TestKeysInAFileAreUnlockedAfterAStart(t *testing.T) {
	keyring.MockInitWithError(errors.New("no keyring"))
	t.Cleanup(keyring.MockInit)
	keys := filepath.Join(t.TempDir(), "keys")
	d := workspaceWith(t, keys)
	p, h := started(t, d)
	if needs, first := p.NeedsPassphrase(); !needs || !first || p.Locked() {
		t.Fatalf("a new file: needs %v, first %v", needs, first)
	}
	opened := false
	p.Unlock("una frase lunga", func() { opened = true })
	must(t, h.err)
	d.UseSecrets(keys) // as the next start does
	if !opened || !p.Locked() {
		t.Fatalf("opened %v, locked %v", opened, p.Locked())
	}
	p.Unlock("sbagliata", func() { t.Error("a wrong passphrase opens it") })
	if data.CodeOf(h.err) != data.ErrSecretPassphrase {
		t.Errorf("error %v", h.err)
	}
	p.Unlock("una frase lunga", func() {})
	if h.err != nil || p.Locked() {
		t.Errorf("error %v, locked %v", h.err, p.Locked())
	}
}
