package settings

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

type heard struct {
	changes int
	err     error
}

func (h *heard) WorkspaceChanged() { h.changes++ }
func (h *heard) Failed(err error)  { h.err = err }

func TestWhatIsChosenIsStored(t *testing.T) {
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "w.db"), data.At(time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	face := &heard{}
	p := NewPresenter(d, job.Inline{}, face)
	p.Start()
	defer p.Stop()
	p.SetName("Forno Aurora")
	p.SetZone("Europe/London")
	p.SetZone("Middle/Earth")
	zones, i := p.Zone()
	if p.Name() != "Forno Aurora" || zones[i] != "Europe/London" || d.Zone().String() != "Europe/London" {
		t.Errorf("name %q, zone %s", p.Name(), zones[i])
	}
	if face.changes != 3 || face.err != nil {
		t.Errorf("%d changes shown, error %v", face.changes, face.err)
	}
}

func TestAZoneThatIsNotInTheListIsStillShown(t *testing.T) {
	p := NewPresenter(nil, job.Inline{}, &heard{})
	p.workspace.Zone = time.FixedZone("Somewhere/Else", 3600)
	if zones, i := p.Zone(); zones[i] != "Somewhere/Else" || len(zones) != len(data.Zones)+1 {
		t.Errorf("zones %v, chosen %d", zones, i)
	}
}
