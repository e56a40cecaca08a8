package desk_test

import (
	"testing"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/fetch/fetchtest"
)

// queued is a workspace with fetched mentions, the answers to which wait.
func queued(t testing.TB, f *fetchtest.Fediverse, texts ...string) (*desk.Desk, int64, []data.ID) {
	t.Helper()
	f.N, f.Limit = len(texts), 10
	d, connection := connected(t, f)
	_, err := d.Fetch(ctx, connection, nil)
	must(t, err)
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	var ids []data.ID
	for n, text := range texts {
		ids = append(ids, rows[n].ID)
		must(t, d.SaveDraft(ctx, rows[n].ID, text, ""))
	}
	_, err = d.SetReady(ctx, ids, true)
	must(t, err)
	return d, connection, ids
}

func sent(t testing.TB, d *desk.Desk, how desk.SendOptions) desk.Sending {
	t.Helper()
	done, err := d.SendOutbox(ctx, how, nil)
	must(t, err)
	return done
}

func stateOf(t testing.TB, d *desk.Desk, id data.ID) data.Reply {
	t.Helper()
	m, err := d.Mention(ctx, id)
	must(t, err)
	if len(m.Replies) != 1 {
		t.Fatalf("%d replies", len(m.Replies))
	}
	return m.Replies[0]
}

func TestNothingLeavesUntilThePersonSaidSo(t *testing.T) {
	f := &fetchtest.Fediverse{}
	d, connection, ids := queued(t, f, "Ci dispiace, la richiamiamo.", "Grazie, la aspettiamo.")
	if done := sent(t, d, desk.SendOptions{}); len(done.Unapproved) != 1 || done.Unapproved[0] != connection || done.Sent != 0 || len(f.Posted()) != 0 {
		t.Fatalf("unapproved %+v, posted %v", done, f.Posted())
	}
	must(t, d.AllowSending(ctx, connection, true))
	if done := sent(t, d, desk.SendOptions{DryRun: true}); done.WouldSend != 2 || len(f.Posted()) != 0 {
		t.Errorf("dry run %+v, posted %v", done, f.Posted())
	}
	if waiting, sendable, err := d.Outbox(ctx); err != nil || waiting != 2 || sendable != 2 {
		t.Errorf("%d wait, %d sendable, %v", waiting, sendable, err)
	}
	if done := sent(t, d, desk.SendOptions{}); done.Sent != 2 || len(f.Posted()) != 2 {
		t.Errorf("sent %+v, posted %v", done, f.Posted())
	}
	m, err := d.Mention(ctx, ids[0])
	must(t, err)
	if r := stateOf(t, d, ids[0]); r.State != data.ReplySent || r.URL == "" || m.Status != data.StatusReplied {
		t.Errorf("reply %+v of a mention that is %s", r, m.Status)
	}
	if done := sent(t, d, desk.SendOptions{Again: true}); done.Sent != 0 || len(f.Posted()) != 2 {
		t.Errorf("again %+v, posted %d", done, len(f.Posted()))
	}
}

func TestAnAnswerIsNeverSentTwice(t *testing.T) {
	for name, edited := range map[string]string{"as it was": "", "worded anew meanwhile": "Un altro testo."} {
		t.Run(name, func(t *testing.T) {
			f := &fetchtest.Fediverse{Drops: 1}
			d, connection, ids := queued(t, f, "Ci dispiace, la richiamiamo.")
			must(t, d.AllowSending(ctx, connection, true))
			if done := sent(t, d, desk.SendOptions{}); done.Failed != 1 || len(f.Posted()) != 1 {
				t.Fatalf("the line broke: %+v, posted %d", done, len(f.Posted()))
			}
			if why, err := d.NotSent(ctx, ids[0]); err != nil || why == nil || why.Code != data.ErrFetchOffline {
				t.Errorf("why %v, %v", why, err)
			}
			if edited != "" {
				must(t, d.SaveDraft(ctx, ids[0], edited, ""))
				_, err := d.SetReady(ctx, ids, true)
				must(t, err)
			}
			if done := sent(t, d, desk.SendOptions{}); done.Sent != 1 || len(f.Posted()) != 1 {
				t.Errorf("then %+v, posted %d times", done, len(f.Posted()))
			}
			if r := stateOf(t, d, ids[0]); r.State != data.ReplySent || r.Text != "Ci dispiace, la richiamiamo." {
				t.Errorf("the reply is %+v", r)
			}
		})
	}
}

func TestWhatIsRefusedStaysWithItsReason(t *testing.T) {
	f := &fetchtest.Fediverse{Bars: true}
	d, connection, ids := queued(t, f, "Ci dispiace.", "Vi aggiorniamo entro le […].")
	must(t, d.AllowSending(ctx, connection, true))
	if done := sent(t, d, desk.SendOptions{}); done.Failed != 2 {
		t.Fatalf("%+v", done)
	}
	for n, want := range []data.Code{data.ErrFetchForbidden, data.ErrReplyUnfilled} {
		if why, err := d.NotSent(ctx, ids[n]); err != nil || why == nil || why.Code != want {
			t.Errorf("%d: why %v, %v; want %s", n, why, err, want)
		}
	}
	f.Bars = false
	if done := sent(t, d, desk.SendOptions{}); done.Sent != 0 {
		t.Errorf("what was refused is tried by itself: %+v", done)
	}
	if done := sent(t, d, desk.SendOptions{Again: true}); done.Sent != 1 {
		t.Errorf("asked to try again: %+v", done)
	}
}
