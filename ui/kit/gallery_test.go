package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vedetta/data"
)

// TestGallery compares every widget with how it was approved, in the light
// and in the dark.
func TestGallery(t *testing.T) {
	for _, look := range []Look{LookLight, LookDark} {
		t.Run(string(look), func(t *testing.T) {
			env := newEnv(t, look)
			env.Window.SetContent(gallery(env))
			env.Window.Resize(fyne.NewSize(640, 560))
			env.Window.Resize(fyne.NewSize(641, 560)) // heights that follow from widths
			test.AssertRendersToImage(t, "gallery-"+string(look)+".png", env.Window.Canvas())
		})
	}
}

func gallery(env *Env) fyne.CanvasObject {
	now := time.Date(2026, 11, 25, 14, 41, 0, 0, time.UTC)
	row := NewMentionRow(env)
	row.Set(data.Row{
		Author: "Marta R.", Source: "google", PublishedAt: now.Add(-12 * time.Minute), Reach: 18_400,
		Snippet: "Due ore di attesa e nessuna scusa, mai più, e il rimborso non arriva ancora oggi",
		Tags:    []string{"rimborso"},
	}, now, true)
	tile := NewTile(env, "Negative share", "Negative")
	tile.Set(TileText{Value: "24%", Delta: "▲ 8 points", Tone: ToneNegative})
	nav := NewNavItem("Inbox", nil)
	nav.SetBadge("128")
	nav.SetChosen(true)
	alarm := NewNavItem("Overview", nil)
	alarm.SetBadge("2")
	alarm.SetUrgent(true)
	watch, elevated := NewSteps(), NewSteps()
	watch.Set(1, ToneWarn)
	elevated.Set(3, ToneNegative)
	off := NewButton(Primary, "Off", nil)
	off.Disable()
	busy := NewBusyState("Importing… 7,904 of 12,480", "Stop", func() {})
	busy.Set("Importing… 7,904 of 12,480", "2 s left", 0.63)
	wrong := NewErrorStrip(env.Words)
	wrong.Fail(&data.Error{Code: data.ErrFileEmpty})
	return NewDown(10,
		Row(Gap, NewButton(Primary, "Import…", nil), NewButton(Secondary, "Archive", nil), NewButton(Danger, "Remove", nil), NewButton(Quiet, "Why?", nil), off),
		Row(Gap, NewSegmented([]string{"24 h", "7 d", "30 d"}, 2, nil), NewChoice([]string{"All sources"}, 0, nil), Sized(140, 0, nav), Sized(120, 0, alarm)),
		Row(4, NewChip("negative", ToneNegative, nil, nil), NewChip("neutral", ToneNeutral, nil, nil), NewChip("positive", TonePositive, nil, nil),
			NewChip("unanswered", ToneWarn, nil, nil), NewChip("rimborso", ToneAccent, nil, func() {}), watch, elevated),
		wrong,
		Columns(Edge, nil, tile, NewCard("What drives it", nil, NewShareBar(data.Totals{Negative: 6, Neutral: 3, Positive: 3}))),
		NewPanel(row), busy,
	)
}
