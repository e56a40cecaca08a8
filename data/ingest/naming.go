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

// name gives a mention its key: the id that its network gives it, else the
// file's, else one made of its content.
func (m *Mapping) name(out *data.Mention) {
	if source, id := ownID(out.URL); id != "" && (source == out.Source || out.Source == unknownSource) {
		out.Source, out.ExternalID = source, id
		return
	}
	if out.ExternalID == "" || m.damaged || scientific(out.ExternalID) {
		out.ExternalID = contentKey(out)
	}
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
