package desk_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/zalando/go-keyring"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/fetch/fetchtest"
)

// fetchAndEnd fetches from a server and ends with 0 if that went well.
func fetchAndEnd(workspace, server string) {
	keyring.MockInit()
	d, err := desk.Open(ctx, workspace, data.At(now))
	if err == nil {
		d.UseSecrets(workspace + ".keys")
		err = fetchFrom(d, server)
		_ = d.Close()
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// fetchFrom sets the server up, or puts its key in again, and fetches.
func fetchFrom(d *desk.Desk, server string) error {
	c := data.Connection{Network: data.NetworkMastodon, Name: "Mastodon", Settings: map[string]string{"server": server, "tags": "forno"}}
	all, err := d.Connections(ctx)
	if err != nil {
		return err
	}
	if len(all) > 0 {
		c = all[0]
	}
	id, err := d.SaveConnection(ctx, c, map[string]string{"token": fetchtest.Token})
	if err == nil {
		_, err = d.Fetch(ctx, id, nil)
	}
	return err
}

func TestTwentyKillsInMidFetchLoseAndDoubleNothing(t *testing.T) {
	const posts, kills = 3000, 20
	random := rand.New(rand.NewPCG(1, 2))
	workspace := filepath.Join(t.TempDir(), "w.db")
	var child atomic.Pointer[os.Process]
	var left atomic.Int64
	f := &fetchtest.Fediverse{N: posts, Limit: 40, Asked: func() {
		if left.Add(-1) == 0 {
			_ = child.Load().Kill()
		}
	}}
	server := fetchtest.Serve(t, f)
	run := func(requests int64) error {
		left.Store(requests)
		cmd := exec.Command(os.Args[0], server)
		cmd.Env = append(os.Environ(), fetchEnv+"="+workspace)
		if requests == 0 {
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			return nil
		}
		must(t, cmd.Start())
		child.Store(cmd.Process)
		return cmd.Wait()
	}
	for range kills {
		if err := run(2 + random.Int64N(4)); err == nil {
			t.Fatal("it ended before it could be killed")
		}
	}
	d := openAt(t, workspace)
	d.WaitForSearch()
	sound(t, d)
	kept := mentions(t, d)
	must(t, d.Close())
	if kept == 0 || kept >= posts {
		t.Fatalf("%d mentions after %d kills", kept, kills)
	}
	_ = run(0)
	d = openAt(t, workspace)
	d.WaitForSearch()
	sound(t, d)
	if got := mentions(t, d); got != posts {
		t.Errorf("%d mentions of %d, %d of them after the kills", got, posts, kept)
	}
	if c := connection(t, d); c.State.Failure != nil {
		t.Errorf("state %+v", c.State)
	}
}
