package data_test

import (
	"testing"

	"vedetta/data"
)

func TestAProfileTellsWhoWritesAndHowToReachThem(t *testing.T) {
	for name, c := range map[string]struct {
		profile           data.Profile
		signed, contacted string
	}{
		"nothing":         {data.Profile{}, "", ""},
		"a person":        {data.Profile{Person: "Nina", Phone: "02"}, "Nina", "02"},
		"a business":      {data.Profile{Business: "Forno", Web: "forno.it"}, "Forno", "forno.it"},
		"both":            {data.Profile{Person: "Nina", Business: "Forno", Email: "a@b.it", Phone: "02", Web: "c.it"}, "Nina, Forno", "a@b.it, 02"},
		"a signature won": {data.Profile{Person: "Nina", Signature: "Lo staff", Email: "a@b.it"}, "Lo staff", "a@b.it"},
	} {
		if got := c.profile.SignedAs(); got != c.signed {
			t.Errorf("%s: signed %q", name, got)
		}
		if got := c.profile.Contact(); got != c.contacted {
			t.Errorf("%s: contact %q", name, got)
		}
	}
}

func TestOwnAccountsAreKnown(t *testing.T) {
	p := data.Profile{Own: []string{"FornoAurora"}}
	for handle, want := range map[string]bool{"fornoaurora": true, "@FornoAurora": true, "forno": false, "": false} {
		if got := p.IsOwn(data.Author{Handle: handle, Name: "FornoAurora"}); got != want {
			t.Errorf("%q: %v", handle, got)
		}
	}
}
