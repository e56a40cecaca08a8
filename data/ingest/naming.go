package ingest

import (
	"fmt"
	"hash/fnv"
	"io"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// place decides where a mention stood and which id it has: the one that its
// network gives it over one that the tool gives it, and none that a
// spreadsheet has rounded.
func (m *Mapping) place(out *data.Mention, r Row) {
	out.Source = m.sourceOf(r, out.URL)
	if m.damaged || scientific(out.ExternalID) {
		out.ExternalID = ""
	}
	n, id := ownID(out.URL)
	if id == "" || m.source != "" && m.source != n.source || m.shared[n.source] || m.knowsBetter(out.ExternalID, id) {
		return
	}
	out.Source, out.ExternalID = n.source, id
}

// knowsBetter tells whether a row's id is the network's own, so that the
// address may name something else: comments come with the address of the post
// they stand under. Ids that differ only in what a spreadsheet rounds are one.
func (m *Mapping) knowsBetter(id, ofAddress string) bool {
	switch {
	case id == "":
		return false
	case m.format.Source != "":
		return true
	case len(id) <= exactDigits || len(id) < len(ofAddress)-1 || len(id) > len(ofAddress)+1 || longID(id) == "" || longID(ofAddress) == "":
		return false
	}
	return id[:exactDigits] != ofAddress[:exactDigits]
}

// addressesSeen watches whether the addresses of a file name its mentions or
// what those are comments on.
type addressesSeen map[string]*addressesOf

type addressesOf struct {
	all  int
	ids  map[string]bool
	post bool
}

func (a addressesSeen) add(address string) {
	n, id := ownID(address)
	if id == "" {
		return
	}
	of := a[n.source]
	if of == nil {
		of = &addressesOf{ids: map[string]bool{}, post: n.posts}
		a[n.source] = of
	}
	of.all++
	of.ids[id] = true
}

// shared are the sources of which several rows have one address, and not just
// because some rows are there twice.
func (a addressesSeen) shared() map[string]bool {
	out := map[string]bool{}
	for source, of := range a {
		if of.post && len(of.ids) < of.all || len(of.ids)*10 < of.all*9 {
			out[source] = true
		}
	}
	return out
}

// unknownSource is of mentions of which nothing tells where they stood.
const unknownSource = "file"

func (m *Mapping) sourceOf(r Row, url string) string {
	if m.format.Source == "" || m.namesSource() {
		if word := cell(r, m.at.source); word != "" {
			return formats.SourceKey(word)
		}
	}
	if m.source != "" {
		return m.source
	}
	if key := formats.SourceOfURL(url); key != "" {
		return key
	}
	return unknownSource
}

// contentKey names a mention that has no id of its own by who wrote what and
// when: true duplicates of a file get the same.
func contentKey(m *data.Mention) string {
	h := fnv.New128a()
	for _, part := range []string{m.Source, m.Author.Name, m.Author.Handle, m.Author.ID, strings.Join(strings.Fields(m.Title+"\n"+m.Text), " "), m.PublishedAt.UTC().Format(time.RFC3339)} {
		_, _ = io.WriteString(h, part)
		_, _ = h.Write([]byte{0})
	}
	return fmt.Sprintf("c:%x", h.Sum(nil))
}
