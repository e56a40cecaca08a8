package desk_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/fetch/fetchtest"
)

// workQuietly does what a window does, with sources that are paused; asks lets
// it fetch one of them.
func workQuietly(workspace string, asks bool) {
	d, err := desk.Open(ctx, workspace, data.At(now))
	if err != nil {
		os.Exit(1)
	}
	d.UseSecrets(workspace + ".keys")
	id, _ := d.SaveConnection(ctx, data.Connection{Network: data.NetworkHackerNews, Name: "HN", Every: time.Hour, Paused: true, Settings: map[string]string{"words": "forno"}}, nil)
	d.KeepFetching()
	_ = d.ImportDemo(ctx, nil)
	d.WaitForSearch()
	d.WaitForDetectors()
	_, _ = d.SendOutbox(ctx, desk.SendOptions{Again: true}, nil)
	if asks {
		_, _ = d.Fetch(ctx, id, nil)
	}
	_ = d.Close()
	os.Exit(0)
}

func TestNothingIsConnectedToUnlessASourceAsksForIt(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want bool
	}{"at work": {nil, false}, "a source that is fetched": {[]string{"ask"}, true}} {
		t.Run(name, func(t *testing.T) {
			var asked atomic.Int64
			proxy := fetchtest.Serve(t, fetchtest.Deaf(func() { asked.Add(1) }))
			child := exec.Command(os.Args[0], c.args...)
			child.Env = append(os.Environ(), quietEnv+"="+filepath.Join(t.TempDir(), "w.db"), "HTTP_PROXY="+proxy, "HTTPS_PROXY="+proxy, "NO_PROXY=", "no_proxy=")
			if out, err := child.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if got := asked.Load(); got > 0 != c.want {
				t.Errorf("%d connections", got)
			}
		})
	}
}

// BenchmarkIdleSources is what fifty sources cost each time the program looks
// whether one is due, which is once a minute.
func BenchmarkIdleSources(b *testing.B) {
	d := openAt(b, filepath.Join(b.TempDir(), "w.db"))
	for n := range 50 {
		_, err := d.SaveConnection(ctx, data.Connection{
			Network: data.NetworkFeed, Name: strconv.Itoa(n), Every: time.Hour, Settings: map[string]string{"url": "https://example.org/" + strconv.Itoa(n)},
		}, nil)
		must(b, err)
	}
	for b.Loop() {
		_, err := d.Connections(ctx)
		must(b, err)
		_, err = d.SendOutbox(ctx, desk.SendOptions{}, nil)
		must(b, err)
	}
}
