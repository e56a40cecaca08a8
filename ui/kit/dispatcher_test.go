package kit

import (
	"context"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestDispatcher(t *testing.T) {
	test.NewTempApp(t)
	t.Run("the answer is delivered once", func(t *testing.T) {
		d, delivered := NewDispatcher(), make(chan int, 2)
		d.Do(func(context.Context) func() { return func() { delivered <- 1 } })
		<-delivered
		d.Close()
		if len(delivered) != 0 {
			t.Error("delivered twice")
		}
	})
	t.Run("cancelled work sees it and delivers nothing", func(t *testing.T) {
		d, begun, ended := NewDispatcher(), make(chan bool), make(chan error, 1)
		cancel := d.Do(func(ctx context.Context) func() {
			begun <- true
			<-ctx.Done()
			ended <- ctx.Err()
			return func() { t.Error("delivered after cancel") }
		})
		<-begun
		cancel()
		if err := <-ended; err != context.Canceled {
			t.Errorf("work ended with %v", err)
		}
		d.Close()
	})
	t.Run("closing cancels what runs, waits for it and takes no more", func(t *testing.T) {
		d, begun, ended := NewDispatcher(), make(chan bool), false
		d.Do(func(ctx context.Context) func() {
			begun <- true
			<-ctx.Done()
			ended = true
			return func() { t.Error("delivered after close") }
		})
		<-begun
		d.Close()
		if !ended {
			t.Error("did not wait")
		}
		d.Do(func(context.Context) func() { t.Error("worked after close"); return nil })
		d.Post(func() { t.Error("posted after close") })
	})
}
