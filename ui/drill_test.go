package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"testing"

	"vedetta/data/desk"
)

func TestADrillHasAWindowOfItsOwnThatLeavesNothingBehind(t *testing.T) {
	d := filledDesk(t)
	w := opened(t, d)
	run, err := d.StartDrill(context.Background(), desk.DrillStart{Key: "forno", Seed: 1, Speed: 1})
	if err != nil {
		t.Fatal(err)
	}
	w.OpenDrill(run)
	if len(w.drilling) != 1 {
		t.Fatal("no window was opened")
	}
	of := w.drilling[0]
	if of.drill == nil || of.desk != run.Desk || w.drill != nil {
		t.Error("the window is not that of the drill")
	}
	if _, there := of.shell.rail.items[Drills]; there {
		t.Error("a drill leads to drills")
	}
	if run.Clock.Paused() {
		t.Error("its clock does not run")
	}
	of.Go(Incidents)
	of.closeDrill(false)
	of.closeDrill(false)
	if _, err := os.Stat(run.Path()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("its file is still there: %v", err)
	}
	results, err := d.DrillResults(context.Background())
	if err != nil || len(results) != 0 {
		t.Errorf("history %v, %v", results, err)
	}
}

func TestDrillsThatAreLeftEndWithTheProgram(t *testing.T) {
	d := filledDesk(t)
	w := opened(t, d)
	run, err := d.StartDrill(context.Background(), desk.DrillStart{Key: "forno", Seed: 1, Speed: 1})
	if err != nil {
		t.Fatal(err)
	}
	w.OpenDrill(run)
	w.endDrills()
	if _, err := os.Stat(run.Path()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("its file is still there: %v", err)
	}
}
