package fetch

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"vedetta/data"
)

// The example of "Creating a signature" in X's documentation.
func TestSignaturesAreThoseOfTheDocumentation(t *testing.T) {
	g := signer{
		"xvz1evFS4wEEPTGEFPHBog", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
		"370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
	}
	header := g.signed(http.MethodPost, "https://api.x.com/1.1/statuses/update.json?include_entities=true", "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", "1318622958",
		url.Values{"status": {"Hello Ladies + Gentlemen, a signed OAuth request!"}})
	if want := "oauth_signature=\"" + "Ls93hJiZbQ3akF3HF3x1Bz8%2FzU4%3D"; !strings.Contains(header, want) {
		t.Errorf("header %s", header)
	}
}

func TestATokenThatWasWithdrawnIsAKeyThatIsNotValid(t *testing.T) {
	n := spokenNetworks["google"]
	for name, answer := range map[string]http.HandlerFunc{
		"withdrawn": func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = w.Write([]byte(`{"error":"invalid_grant"}`))
		},
		"nothing": text(`{}`),
	} {
		client, setup := speaking(t, n, answer)
		if _, err := n.connector.Test(ctx, client, setup); data.CodeOf(err) != data.ErrFetchKeys {
			t.Errorf("%s: %v", name, err)
		}
	}
}
