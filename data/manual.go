package data

import "time"

// FormatManual is the format of an import that the person typed in.
const FormatManual = "manual"

// ManualMention is a mention that the person types in.
type ManualMention struct {
	Text        string
	URL         string // http or https; may be empty
	Author      string // name, or handle with a leading @; may be empty
	Source      string // a word for the source; "" lets the address decide
	PublishedAt time.Time
	Rating      float64 // 1..5, 0 for none
	Screenshot  string  // path of a picture or PDF that is kept as evidence; may be empty
}

// AddedMention is what became of a mention that the person typed in.
type AddedMention struct {
	ID     ID
	Import Import
	Known  bool // it was here already; a screenshot was added to it all the same
}

// Attachment is a file kept as evidence of a mention.
type Attachment struct {
	ID      int64
	Mention ID
	Name    string // of the file it was copied from
	Kind    string // media type: "image/png", "image/jpeg", "image/webp", "application/pdf"
	SHA256  string // hex, of the content
	Size    int64  // bytes
	AddedAt time.Time
}

// MaxAttachment is the largest attachment in bytes.
const MaxAttachment = 20 << 20
