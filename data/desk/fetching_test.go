package desk_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/fetch/fetchtest"
)

// connected is a workspace with a connection to a server that speaks like
// Mastodon.
func connected(t testing.TB, f *fetchtest.Fediverse) (*desk.Desk, int64) {
	t.Helper()
	keyring.MockInit()
	d := open(t)
	d.UseSecrets(filepath.Join(t.TempDir(), "keys"))
	id, err := d.SaveConnection(ctx, data.Connection{
		Network: data.NetworkMastodon, Name: "Mastodon", Every: time.Hour, Settings: map[string]string{"server": fetchtest.Serve(t, f), "tags": "forno"},
	}, map[string]string{"token": fetchtest.Token})
	must(t, err)
	return d, id
}

func connection(t testing.TB, d *desk.Desk) data.Connection {
	t.Helper()
	all, err := d.Connections(ctx)
	if must(t, err); len(all) != 1 {
		t.Fatalf("%d connections", len(all))
	}
	return all[0]
}

func TestAConnectionBringsMentionsOnce(t *testing.T) {
	f := &fetchtest.Fediverse{N: 25, Limit: 10}
	d, id := connected(t, f)
	first, err := d.Fetch(ctx, id, nil)
	if must(t, err); first.New != 25 {
		t.Fatalf("%+v", first)
	}
	f.N = 30
	second, err := d.Fetch(ctx, id, nil)
	if must(t, err); second.New != 5 {
		t.Errorf("then %+v", second)
	}
	third, err := d.Fetch(ctx, id, nil)
	if must(t, err); third.ID != 0 {
		t.Errorf("nothing new made the import %+v", third)
	}
	rows, err := d.Page(ctx, data.Filter{Sources: []string{"mastodon"}}, 0, 50)
	if must(t, err); len(rows) != 30 || rows[0].Label != data.Negative {
		t.Errorf("%d mentions, the first %v", len(rows), rows[0].Label)
	}
	c := connection(t, d)
	if c.State.Mentions != 30 || c.State.Failure != nil || c.State.FetchedAt.IsZero() || !c.State.NextAt.After(d.Now()) {
		t.Errorf("state %+v", c.State)
	}
	sound(t, d)
}

func TestAKeyIsNowhereInTheWorkspace(t *testing.T) {
	d, _ := connected(t, &fetchtest.Fediverse{N: 1, Limit: 10})
	c := connection(t, d)
	for key, value := range c.Settings {
		if value == fetchtest.Token {
			t.Errorf("%q tells the token", key)
		}
	}
	if found, err := d.TestConnection(ctx, c, nil); err != nil || found.Account != "@forno" {
		t.Errorf("the token that was kept: %+v, %v", found, err)
	}
}

func TestAFetchThatFailsSaysWhyAndComesBackLater(t *testing.T) {
	d, id := connected(t, &fetchtest.Fediverse{N: 3, Limit: 10})
	c := connection(t, d)
	_, err := d.SaveConnection(ctx, c, map[string]string{"token": "stale"})
	must(t, err)
	if _, err := d.Fetch(ctx, id, nil); data.CodeOf(err) != data.ErrFetchKeys {
		t.Fatalf("error %v", err)
	}
	c = connection(t, d)
	if c.State.Failure == nil || c.State.Failure.Code != data.ErrFetchKeys || !c.State.NextAt.After(d.Now()) {
		t.Errorf("state %+v", c.State)
	}
	_, err = d.SaveConnection(ctx, c, map[string]string{"token": fetchtest.Token})
	must(t, err)
	_, err = d.Fetch(ctx, id, nil)
	must(t, err)
	if c = connection(t, d); c.State.Failure != nil {
		t.Errorf("after it went well: %+v", c.State)
	}
}

func TestWhatIsMissingIsNamedBeforeAnythingIsStored(t *testing.T) {
	keyring.MockInit()
	d := open(t)
	d.UseSecrets(filepath.Join(t.TempDir(), "keys"))
	_, err := d.SaveConnection(ctx, data.Connection{Network: data.NetworkMastodon, Settings: map[string]string{"server": "x.example"}}, nil)
	if data.CodeOf(err) != data.ErrFetchField || !strings.Contains(err.Error(), "token") {
		t.Errorf("error %v", err)
	}
	if all, err := d.Connections(ctx); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestARemovedConnectionLeavesItsMentions(t *testing.T) {
	d, id := connected(t, &fetchtest.Fediverse{N: 3, Limit: 10})
	_, err := d.Fetch(ctx, id, nil)
	must(t, err)
	must(t, d.RemoveConnection(ctx, id))
	if rows, err := d.Page(ctx, data.Filter{}, 0, 9); err != nil || len(rows) != 3 {
		t.Errorf("%d mentions, %v", len(rows), err)
	}
	sound(t, d)
}

func TestTenThousandPostsAreFetchedQuickly(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	const posts = 10_000
	d, id := connected(t, &fetchtest.Fediverse{N: posts, Limit: 100})
	began := time.Now()
	done, err := d.Fetch(ctx, id, nil)
	if must(t, err); done.New != posts {
		t.Fatalf("%d of %d", done.New, posts)
	}
	t.Logf("%d posts in %v", posts, time.Since(began).Round(time.Millisecond))
}
