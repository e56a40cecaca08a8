package data

import "time"

// Network is a place on the net from which mentions are fetched. The words are
// stored.
type Network string

// The networks.
const (
	NetworkFeed       Network = "feed" // RSS, Atom and JSON feeds
	NetworkMastodon   Network = "mastodon"
	NetworkBluesky    Network = "bluesky"
	NetworkYouTube    Network = "youtube"
	NetworkGoogle     Network = "google" // reviews of a Business Profile
	NetworkFacebook   Network = "facebook"
	NetworkInstagram  Network = "instagram"
	NetworkHackerNews Network = "hackernews"
	NetworkGDELT      Network = "gdelt"
	NetworkReddit     Network = "reddit"
	NetworkX          Network = "x"
	NetworkThreads    Network = "threads"
	NetworkTelegram   Network = "telegram"
	NetworkTrustpilot Network = "trustpilot"
	NetworkJSON       Network = "json" // any API that answers in JSON
)

// Connection is a network as the person set it up. Its secrets are not in it:
// they lie in the keyring under its ID.
type Connection struct {
	ID       int64
	Network  Network
	Name     string
	Settings map[string]string // by the key of a ConnectionField that is no secret
	Every    time.Duration     // between two fetches; 0: by hand only
	Paused   bool
	Sends    bool   // replies may leave by it; false until the person said so
	Cursor   string // how far it was fetched, in the connector's own words
	State    ConnectionState
}

// ConnectionState is how a connection fares. Times are UTC, zero where they
// have not come.
type ConnectionState struct {
	TriedAt   time.Time
	FetchedAt time.Time // the last time without an error
	NextAt    time.Time
	Failure   *Error // of the last try; nil if it went well
	Added     int    // mentions of the last fetch that were new
	Mentions  int    // that it brought altogether
}

// Due tells whether it should be fetched by now.
func (c Connection) Due(now time.Time) bool {
	return !c.Paused && c.Every > 0 && !c.State.NextAt.After(now)
}

// ConnectionField is something a network asks for when it is set up.
type ConnectionField struct {
	Key      string
	Secret   bool // kept in the keyring, never shown again
	Optional bool
	Choices  []string // if only these will do
	Default  string
}

// ConnectionTest is what trying a connection found.
type ConnectionTest struct {
	Account string    // who the network says we are, or the title of a feed
	Sample  []Mention // the newest ones, to look at
	Missing []string  // permissions that are not there, in the network's words
}

// Posted is a reply that is public.
type Posted struct {
	ID  string // the network's own
	URL string
	At  time.Time
}

// Outgoing is a reply on its way out.
type Outgoing struct {
	Reply   int64  // ours
	Text    string // as the person wrote it
	To      Mention
	Extras  map[string]string // of the mention, as its connector kept them
	Account string
}

// SourceCost is what a network takes money for, in US dollars.
type SourceCost struct {
	Page         float64 // the most that the next page can cost
	Spent, Limit float64 // this month
}
