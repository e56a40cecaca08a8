package kit

import "testing"

func TestOnlyNetworksAreOpenedWithoutAsking(t *testing.T) {
	for host, want := range map[string]bool{
		"www.google.com": true, "it-it.facebook.com": true, "X.com": true,
		"google.com.evil.example": false, "notgoogle.com": false, "example.org": false, "": false,
	} {
		if ofNetwork(host) != want {
			t.Errorf("%q: %v", host, !want)
		}
	}
}
