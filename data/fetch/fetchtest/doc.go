// Package fetchtest has servers for tests that speak as networks do: pages,
// cursors, keys, what is gone and what was posted. Their shapes follow the
// networks' documents; what they tell is made up.
package fetchtest

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Token is the key that every server takes.
const Token = "good"

// Serve runs a server until the test ends and returns its address.
func Serve(t testing.TB, h http.Handler) string {
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// Deaf is a server that tells of each request and answers none.
func Deaf(asked func()) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked()
		w.WriteHeader(http.StatusServiceUnavailable)
	})
}
