package settings

import (
	"context"
	"path/filepath"
	"slices"
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

func TestWhatHoldsForImportsToCome(t *testing.T) {
	now := time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "w.db"), data.At(now))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for _, source := range []string{"google", "google", "facebook"} {
		m := data.ManualMention{Text: "Attesa infinita " + source + now.String(), Source: source, PublishedAt: now}
		if _, err := d.AddMention(context.Background(), m); err != nil {
			t.Fatal(err)
		}
		now = now.Add(-time.Hour)
	}
	d.WaitForCopies() // what goes on in the background tells inline presenters, too
	face := &heard{}
	p := NewPresenter(d, job.Inline{}, face)
	p.Start()
	defer p.Stop()
	if got := p.Sources(); !slices.Equal(got, []string{"google", "facebook"}) {
		t.Errorf("sources %q", got)
	}
	p.SetSourceZone("facebook", "America/Los_Angeles")
	if got := p.Sources(); got[0] != "facebook" {
		t.Errorf("sources %q, the one with a zone of its own is not the first", got)
	}
	if zones, i := p.SourceZone("facebook"); zones[i] != "America/Los_Angeles" {
		t.Errorf("zone %d of %q", i, zones)
	}
	p.SetSourceZone("facebook", "")
	if _, i := p.SourceZone("facebook"); i != -1 {
		t.Errorf("zone %d after it was taken back", i)
	}
	if !p.KeepsEvidence() {
		t.Error("evidence is not kept from the start")
	}
	if p.SetKeepsEvidence(false); p.KeepsEvidence() || face.err != nil {
		t.Errorf("evidence is still kept, %v", face.err)
	}
}
