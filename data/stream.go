package data

import "strings"

// StreamKind is what a stream is cut by.
type StreamKind string

// The kinds of streams. Everything is the whole brand.
const (
	Everything StreamKind = "all"
	OfSource   StreamKind = "source"
	OfTag      StreamKind = "tag"
	OfTopic    StreamKind = "topic"
)

// Stream is a flow of mentions that is watched on its own: the whole brand, a
// source, a tag or a topic.
type Stream struct {
	Kind StreamKind
	Name string // source key, tag or topic; "" for the whole brand
}

// Brand is the stream of all mentions.
var Brand = Stream{Kind: Everything}

// Key is the stream as a workspace keeps it: "all", "source:google".
func (s Stream) Key() string {
	if s.Kind == Everything {
		return string(s.Kind)
	}
	return string(s.Kind) + ":" + s.Name
}

// StreamOf reads a key; what it does not know is the whole brand.
func StreamOf(key string) Stream {
	kind, name, _ := strings.Cut(key, ":")
	switch k := StreamKind(kind); k {
	case OfSource, OfTag, OfTopic:
		return Stream{k, name}
	}
	return Brand
}

// Topic is a saved query, watched as a stream of its own.
type Topic struct {
	ID    int64
	Name  string
	Query string // as ParseQuery reads it
}
