package fetch

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
)

// Setup is a connection with what its fields were filled with, secrets too.
type Setup map[string]string

// Page is some mentions and the cursor behind them. Gone are the ids of
// mentions that the network no longer has: their text is dropped.
type Page struct {
	Mentions []data.Mention
	Gone     []string
	Cursor   string
}

// Connector brings mentions from a network.
type Connector interface {
	Network() data.Network
	// Fields are what it asks for when it is set up.
	Fields() []data.ConnectionField
	// Pace is how many requests its network bears: one in every pause, so many
	// at once.
	Pace() (pause time.Duration, burst int)
	// Hosts are those that the person typed, whatever network they are in.
	Hosts(s Setup) []string
	// Test tries the keys and tells who the network says we are.
	Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error)
	// Fetch hands over what is new since the cursor, page by page, and ends when
	// take fails. An empty cursor means as far back as the network allows.
	Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error
}

// Replier is a connector that can answer.
type Replier interface {
	// Reply makes an answer public.
	Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error)
	// FindReply looks for an answer of ours that may be public already.
	FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error)
}

// Refresher is a connector that can tell the engagement of mentions anew.
type Refresher interface {
	// Refresh takes mentions with ExternalID and Extras and returns those that
	// it found, with their engagement, and the ids of those that are gone.
	Refresh(ctx context.Context, c *Client, s Setup, mentions []data.Mention) (found []data.Mention, gone []string, err error)
}

// Pricer is a connector whose network takes money.
type Pricer interface {
	// Price is what so many mentions cost, in US dollars.
	Price(s Setup, mentions int) float64
	// Spent is what was spent this month, and the limit that the person set.
	Spent(s Setup, cursor string, now time.Time) (spent, limit float64)
}

// Metered is a connector whose network gives so many units a day.
type Metered interface {
	// Used is what was used up by reading today, and what there is.
	Used(cursor string, now time.Time) (used, most int)
}

var connectors = []Connector{
	Feed{},
	Mastodon{},
	Bluesky{},
	YouTube{},
	Google{},
	Facebook{},
	Instagram{},
	HackerNews{},
	GDELT{},
	Reddit{},
	X{},
	Threads{},
	Telegram{},
	Trustpilot{},
	JSON{},
}

// Connectors lists them all, the first choice first.
func Connectors() []Connector { return slices.Clone(connectors) }

// ConnectorOf finds that of a network; nil if there is none.
func ConnectorOf(n data.Network) Connector {
	for _, c := range connectors {
		if c.Network() == n {
			return c
		}
	}
	return nil
}
