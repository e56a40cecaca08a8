package settings

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

type profileHeard struct {
	changes, saves int
	err            error
}

func (h *profileHeard) ProfileChanged()  { h.changes++ }
func (h *profileHeard) ProfileSaved()    { h.saves++ }
func (h *profileHeard) Failed(err error) { h.err = err }

func TestTheProfileIsStoredAndTakenBack(t *testing.T) {
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "w.db"), data.At(time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	face := &profileHeard{}
	p := newProfilePresenter(d, job.Inline{}, &job.History{}, "Profile saved", face)
	p.Start()
	defer p.Stop()
	p.Set(func(p *data.Profile) { p.Person = " Nina " })
	p.Set(func(p *data.Profile) { p.Person = "Nina" }) // the same
	p.Set(func(p *data.Profile) { p.Own = handlesOf("@forno, forno;bar\nbar") })
	p.Set(func(p *data.Profile) { p.Formal = true })
	want := data.Profile{Person: "Nina", Own: []string{"forno", "bar"}, Formal: true}
	if diff := cmp.Diff(want, p.profile); diff != "" || face.saves != 3 || face.err != nil {
		t.Errorf("%d times saved, %v: %s", face.saves, face.err, diff)
	}
	p.Undo()
	p.Undo()
	if diff := cmp.Diff(data.Profile{Person: "Nina"}, p.profile); diff != "" {
		t.Error(diff)
	}
	if err := d.SetName(context.Background(), "Forno Aurora"); err != nil {
		t.Fatal(err)
	}
	if p.profile.Business != "Forno Aurora" {
		t.Errorf("the name of the business is %q", p.profile.Business)
	}
}
