package desk_test

import (
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/fetch/fetchtest"
)

func TestMentionsAreLookedAtAgainWhileTheyAreYoung(t *testing.T) {
	keyring.MockInit()
	f := &fetchtest.Fediverse{N: 3, Limit: 10}
	d, clock := ticker(t)
	clock.pass(2 * time.Hour) // the server's statuses are of 12:40
	d.UseSecrets(t.TempDir() + "/keys")
	id, err := d.SaveConnection(ctx, data.Connection{
		Network: data.NetworkMastodon, Name: "Mastodon", Settings: map[string]string{"server": fetchtest.Serve(t, f), "tags": "forno"},
	}, map[string]string{"token": fetchtest.Token})
	must(t, err)
	_, err = d.Fetch(ctx, id, nil)
	must(t, err)
	read := func() map[string]data.Detail {
		rows, err := d.Page(ctx, data.Filter{}, 0, 10)
		must(t, err)
		out := map[string]data.Detail{}
		for _, r := range rows {
			m, err := d.Mention(ctx, r.ID)
			must(t, err)
			out[m.ExternalID] = m
		}
		return out
	}
	one := "https://example.social/s/1"
	f.Change(func() { f.Gone = []string{"000002"}; f.Likes = 50; f.Text = "Pane buonissimo, grazie mille!" })
	imports, err := d.Imports(ctx)
	must(t, err)
	_, err = d.Fetch(ctx, id, nil) // too soon to look again
	must(t, err)
	if got := read()[one]; got.Engagement.Likes != 3 {
		t.Errorf("looked again at once: %+v", got.Engagement)
	}
	clock.pass(time.Hour)
	_, err = d.Fetch(ctx, id, nil)
	must(t, err)
	got := read()
	m := got[one]
	if m.Engagement.Likes != 50 || len(m.Snapshots) != 1 || m.Text != "Pane buonissimo, grazie mille!" || m.Label != data.Positive {
		t.Errorf("edited: %+v, %d earlier observations, %q, %v", m.Engagement, len(m.Snapshots), m.Text, m.Label)
	}
	if gone := got["https://example.social/s/2"]; gone.Text != "" || len(got) != 3 {
		t.Errorf("gone: %q, %d mentions", gone.Text, len(got))
	}
	if found, err := searched(d, "buonissimo"); err != nil || found != 2 {
		t.Errorf("the search finds %d, %v", found, err)
	}
	if found, err := searched(d, "bruciato"); err != nil || found != 0 {
		t.Errorf("the search still finds %d, %v", found, err)
	}
	if after, err := d.Imports(ctx); err != nil || len(after) != len(imports) {
		t.Errorf("%d imports, there were %d", len(after), len(imports))
	}
	clock.pass(7 * 24 * time.Hour)
	f.Change(func() { f.Likes = 99 })
	_, err = d.Fetch(ctx, id, nil)
	must(t, err)
	if m := read()[one]; m.Engagement.Likes != 50 {
		t.Errorf("an old one was looked at: %+v", m.Engagement)
	}
	sound(t, d)
}

func searched(d *desk.Desk, words string) (int, error) {
	f, err := data.ParseQuery(words, d.Zone())
	if err != nil {
		return 0, err
	}
	rows, err := d.Page(ctx, f, 0, 10)
	return len(rows), err
}
