package store

import (
	"hash/fnv"
	"time"

	"vedetta/data"
)

const hashBits = 20

// idAt is the first possible id of a mention published at t.
func idAt(t time.Time) data.ID { return data.ID(t.Unix() << hashBits) }

// publishedAt is the second in which the mention with this id was published.
func publishedAt(id data.ID) time.Time { return time.Unix(int64(id)>>hashBits, 0).UTC() }

// makeID clusters mentions by time; the hash keeps those of one second apart.
func makeID(m *data.Mention) data.ID {
	h := fnv.New64a()
	_, _ = h.Write([]byte(m.Source))
	_, _ = h.Write([]byte{0})
	_, _ = h.Write([]byte(m.ExternalID))
	sum := h.Sum64()
	sum ^= sum >> 32
	return idAt(m.PublishedAt) | data.ID(sum&(1<<hashBits-1))
}

// nextID is the id to try when one is taken: another of the same second.
func nextID(id data.ID) data.ID {
	const mask = 1<<hashBits - 1
	return id&^mask | (id+1)&mask
}
