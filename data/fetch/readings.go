package fetch

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// reading is how far a list that a network gives newest first, page by page,
// was read.
type reading struct {
	Until  time.Time `json:"until"`          // all up to here was read
	Next   string    `json:"next,omitempty"` // the page to go on with, while a reading is under way
	Newest time.Time `json:"newest"`         // seen in the reading under way
	Pages  int       `json:"pages,omitempty"`
}

// readings are the readings of a connection by list; as text they are its
// cursor.
type readings map[string]reading

// readingsOf reads a cursor; one that cannot be read means the beginning.
func readingsOf(cursor string) readings {
	r := readings{}
	_ = json.Unmarshal([]byte(cursor), &r)
	return r
}

// String is the cursor.
func (r readings) String() string {
	j, err := json.Marshal(r)
	if err != nil {
		return "" // cannot be: times and strings
	}
	return string(j)
}

// listed is a page of a list. Oldest and newest are of what the list is ordered
// by, which need not be when a mention was published.
type listed struct {
	mentions       []data.Mention
	gone           []string
	next           string // names the page behind this one; empty at the end
	oldest, newest time.Time
}

// span takes times of the mentions as those the list is ordered by.
func (l *listed) span() {
	for _, m := range l.mentions {
		l.see(m.PublishedAt)
	}
}

func (l *listed) see(at time.Time) {
	if l.oldest.IsZero() || at.Before(l.oldest) {
		l.oldest = at
	}
	if at.After(l.newest) {
		l.newest = at
	}
}

// follow reads a list from its newest entry back to where it was read before,
// at most so many pages. It hands over each page with the cursor behind it: a
// reading that was broken off goes on, and only a whole one moves the mark on.
func (r readings) follow(key string, most int, page func(next string) (listed, error), take func(Page) error) error {
	for {
		at := r[key]
		l, err := page(at.Next)
		if err != nil {
			if at.Next == "" || !forgotten(err) {
				return err
			}
			r[key] = reading{Until: at.Until} // the network no longer knows the page
			continue
		}
		if l.newest.After(at.Newest) {
			at.Newest = l.newest
		}
		at.Pages++
		over := l.next == "" || at.Pages >= most || !l.oldest.IsZero() && !l.oldest.After(at.Until)
		if at.Next = l.next; over {
			at = reading{Until: later(at.Newest, at.Until)}
		}
		r[key] = at
		if err := take(Page{Mentions: l.mentions, Gone: l.gone, Cursor: r.String()}); err != nil || over {
			return err
		}
	}
}

// forgotten tells whether a network does not know a page that it named.
func forgotten(err error) bool {
	code := data.CodeOf(err)
	return code == data.ErrFetchRefused || code == data.ErrFetchNotFound
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// instead is the key of a setup that puts another address in the place of a
// network's own; no field fills it in.
const instead = "api"

// base is the address of a network's interface.
func base(s Setup, own string) string {
	if s[instead] != "" {
		return s[instead]
	}
	return own
}

// typed is the host of that other address, as Hosts wants it.
func typed(s Setup) []string {
	u, err := url.Parse(s[instead])
	if err != nil || u.Hostname() == "" {
		return nil
	}
	return []string{u.Hostname()}
}

// bearer is the header of a key.
func bearer(key string) map[string]string {
	return map[string]string{"Authorization": "Bearer " + strings.TrimSpace(key)}
}

// with is an address with a query, behind the one it may have.
func with(address string, query url.Values) string {
	switch {
	case len(query) == 0:
		return address
	case strings.Contains(address, "?"):
		return address + "&" + query.Encode()
	}
	return address + "?" + query.Encode()
}

// usable leaves out mentions that say nothing, have no id or no time, and those
// that stand there twice.
func usable(all []data.Mention) []data.Mention {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(m data.Mention) bool {
		bad := m.ExternalID == "" || m.PublishedAt.IsZero() || m.Text+m.Title == "" && m.Rating == 0 || seen[m.ExternalID]
		seen[m.ExternalID] = true
		return bad
	})
}

// sampled is what a test shows of a page.
func sampled(account string, l listed) data.ConnectionTest {
	return data.ConnectionTest{Account: account, Sample: l.mentions[:min(3, len(l.mentions))]}
}
