package desk_test

import (
	"path/filepath"
	"strings"
	"testing"

	"vedetta/data"
	"vedetta/data/desk"
)

const (
	marta = "Due ore di attesa e nessuna scusa, pessimo"
	reply = "Gentile Marta, ci dispiace per l'attesa. Il rimborso parte oggi."
)

// inbox is a workspace with three mentions, Marta's the newest.
func inbox(t testing.TB) (*desk.Desk, []data.Row) {
	t.Helper()
	d := open(t)
	_, err := d.Import(ctx, data.Plan{Path: file(t, "a.csv", "Data;Nome;Testo;Link",
		"21/11/2026 10:00;Marta R.;"+marta+";https://example.org/1",
		"20/11/2026 10:00;Giulia B.;La focaccia è fantastica;https://example.org/2",
		"19/11/2026 10:00;Marta R.;Attesa infinita anche oggi;https://example.org/3")}, nil)
	must(t, err)
	d.WaitForSearch()
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	return d, rows
}

func detail(t testing.TB, d *desk.Desk, id data.ID) data.Detail {
	t.Helper()
	m, err := d.Mention(ctx, id)
	must(t, err)
	return m
}

func TestADraftGoesThroughTheOutboxAndBack(t *testing.T) {
	d, rows := inbox(t)
	id := rows[0].ID
	must(t, d.SaveDraft(ctx, id, "Gentile", ""))
	must(t, d.SaveDraft(ctx, id, reply, "apology.it"))
	ready, err := d.SetReady(ctx, []data.ID{id, rows[1].ID}, true)
	must(t, err)
	if drafts, waiting, err := d.ReplyCounts(ctx); drafts != 0 || waiting != 1 || err != nil {
		t.Fatalf("%d drafts, %d waiting, %v", drafts, waiting, err)
	}
	found, err := d.Page(ctx, data.Filter{Replies: []data.ReplyState{data.ReplyReady}}, 0, 10)
	if must(t, err); len(found) != 1 || found[0].ID != id {
		t.Fatalf("the outbox holds %v", found)
	}
	sent, err := d.MarkSent(ctx, id, reply, "https://example.org/1#reply")
	must(t, err)
	m := detail(t, d, id)
	if r := m.Replies; len(r) != 1 || r[0].State != data.ReplySent || r[0].URL == "" || !r[0].SentAt.Equal(now) || m.Status != data.StatusReplied {
		t.Fatalf("after sending: %+v, %v", r, m.Status)
	}
	must(t, sent(ctx))
	must(t, ready(ctx))
	m = detail(t, d, id)
	if r := m.Replies; len(r) != 1 || r[0].State != data.ReplyDraft || r[0].Text != reply || r[0].Template != "apology.it" || m.Status != data.StatusNew {
		t.Errorf("after taking all back: %+v, %v", r, m.Status)
	}
	sound(t, d)
}

func TestSendingWithoutADraftCanBeTakenBack(t *testing.T) {
	d, rows := inbox(t)
	undo, err := d.MarkSent(ctx, rows[0].ID, reply, "")
	must(t, err)
	must(t, undo(ctx))
	if m := detail(t, d, rows[0].ID); len(m.Replies) != 0 || m.Status != data.StatusNew {
		t.Errorf("%+v, %v", m.Replies, m.Status)
	}
	if _, err := d.MarkSent(ctx, rows[0].ID, "  \n", ""); data.CodeOf(err) != data.ErrReplyEmpty {
		t.Errorf("an empty reply was sent: %v", err)
	}
}

func TestEarlierWordingsAreKept(t *testing.T) {
	d, rows := inbox(t)
	id := rows[0].ID
	for _, text := range []string{"prima", "seconda", "prima"} {
		must(t, d.SaveDraft(ctx, id, text, ""))
		must(t, d.KeepWording(ctx, id))
	}
	must(t, d.SaveDraft(ctx, id, "", ""))
	w, err := d.Wordings(ctx, id)
	if must(t, err); len(w) != 2 {
		t.Errorf("wordings %v", w)
	}
	if drafts, _, _ := d.ReplyCounts(ctx); drafts != 0 {
		t.Errorf("%d drafts without text", drafts)
	}
}

func TestADraftOutlivesTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	d := openAt(t, path)
	_, err := d.Import(ctx, data.Plan{Path: reviews(t, 3)}, nil)
	must(t, err)
	rows, err := d.Page(ctx, data.Filter{}, 0, 1)
	must(t, err)
	must(t, d.SaveDraft(ctx, rows[0].ID, "Gentile cl", ""))
	must(t, d.Close())
	d = openAt(t, path)
	if m := detail(t, d, rows[0].ID); len(m.Replies) != 1 || m.Replies[0].Text != "Gentile cl" {
		t.Errorf("replies %+v", m.Replies)
	}
}

func TestSayingTheSameAgainIsNoticed(t *testing.T) {
	d, rows := inbox(t)
	_, err := d.MarkSent(ctx, rows[2].ID, reply, "")
	must(t, err)
	tests := []struct {
		name, text string
		to         int
		author     bool
		others     int
	}{
		{"the same text to the same person", reply, 0, true, 1},
		{"nearly the same text to the same person", "Gentile Marta, ci dispiace davvero per l'attesa. Il rimborso parte oggi.", 0, true, 0},
		{"the same text to somebody else", reply, 1, false, 1},
		{"another text", "Grazie mille, la aspettiamo presto da noi!", 0, false, 0},
		{"nothing yet", " ", 0, false, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := detail(t, d, rows[tt.to].ID)
			said, err := d.SaidBefore(ctx, m.ID, m.Author, tt.text)
			if must(t, err); said.ToAuthor.IsZero() == tt.author || said.ToOthers != tt.others {
				t.Errorf("said before: %+v", said)
			}
		})
	}
}

func TestAnImportBringsOurRepliesBack(t *testing.T) {
	t.Run("as an answer beside the mention", func(t *testing.T) {
		d, rows := inbox(t)
		must(t, d.SaveDraft(ctx, rows[0].ID, reply, ""))
		_, err := d.Import(ctx, data.Plan{Path: file(t, "b.csv", "Data;Nome;Testo;Link;Risposta",
			"21/11/2026 10:00;Marta R.;"+marta+";https://example.org/1;"+reply)}, nil)
		must(t, err)
		m := detail(t, d, rows[0].ID)
		if len(m.Replies) != 1 || m.Replies[0].State != data.ReplySent || m.Status != data.StatusReplied {
			t.Errorf("%+v, %v", m.Replies, m.Status)
		}
	})
	t.Run("as a mention of its own", func(t *testing.T) {
		d, rows := inbox(t)
		_, err := d.MarkSent(ctx, rows[0].ID, reply, "")
		must(t, err)
		_, err = d.Import(ctx, data.Plan{Path: file(t, "b.csv", "Data;Nome;Testo;Link",
			"22/11/2026 10:00;Forno Aurora;@martar "+reply+";https://example.org/9",
			"22/11/2026 10:30;Luca;Buono il pane, torno domani mattina presto;https://example.org/10")}, nil)
		must(t, err)
		now, err := d.Page(ctx, data.Filter{}, 0, 10)
		must(t, err)
		if now[0].Status != data.StatusNew || now[1].Status != data.StatusArchived {
			t.Errorf("statuses %v, %v", now[0].Status, now[1].Status)
		}
		if m := detail(t, d, rows[0].ID); m.Replies[0].URL != "https://example.org/9" {
			t.Errorf("the reply was found at %q", m.Replies[0].URL)
		}
		sound(t, d)
	})
}

func TestWhatOurOwnAccountsSayIsOurs(t *testing.T) {
	d := open(t)
	_, err := d.SetProfile(ctx, data.Profile{Own: []string{"@fornoaurora"}})
	must(t, err)
	_, err = d.Import(ctx, data.Plan{Path: file(t, "b.csv", "Data;Nome;Handle;Testo",
		"22/11/2026 10:00;Forno Aurora;@FornoAurora;Oggi focaccia calda fino alle 13",
		"22/11/2026 10:30;Luca;@luca;Buono il pane, torno domani mattina presto")}, nil)
	must(t, err)
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	if rows[0].Status != data.StatusNew || rows[1].Status != data.StatusArchived {
		t.Errorf("statuses %v, %v", rows[0].Status, rows[1].Status)
	}
}

func TestOneTemplateForAllIsFilledForEach(t *testing.T) {
	d, rows := inbox(t)
	ids := []data.ID{rows[0].ID, rows[1].ID, rows[2].ID}
	must(t, d.SaveDraft(ctx, ids[2], "La mia risposta", ""))
	all, err := d.Templates(ctx)
	must(t, err)
	n, undo, err := d.DraftForAll(ctx, ids, all[0].Key, false, nil)
	if must(t, err); n != 2 {
		t.Fatalf("%d drafts begun", n)
	}
	first, second := detail(t, d, ids[0]).Replies[0], detail(t, d, ids[1]).Replies[0]
	if !strings.Contains(first.Text, "Marta") || !strings.Contains(second.Text, "Giulia") || first.Template != all[0].Key {
		t.Errorf("%q and %q", first.Text, second.Text)
	}
	must(t, d.SaveDraft(ctx, ids[1], "Cambiata", ""))
	must(t, undo(ctx))
	if len(detail(t, d, ids[0]).Replies) != 0 || detail(t, d, ids[1]).Replies[0].Text != "Cambiata" || detail(t, d, ids[2]).Replies[0].Text != "La mia risposta" {
		t.Error("taking it back took more or less than what was begun")
	}
}
