package formats

import (
	"strings"

	"vedetta/data"
)

// exportComments are the comments that ExportComments takes from Facebook,
// Instagram and others, below lines about the export: two columns without a
// name, links written as formulas.
var exportComments = Format{
	Key:       "exportcomments",
	Signature: []string{"name click to view profile", "date", "comment"},
	Columns: []Column{
		{"comment id", data.FieldID},
		{"url", data.FieldURL},
		{"name click to view profile", data.FieldAuthor},
		{"profile id", data.FieldAuthorID},
		{"comment", data.FieldText},
		{"date", data.FieldDate},
		{"likes", data.FieldLikes},
		{"stars", data.FieldRating},
	},
	Ignored: []string{"", "id", "subid", "profile image"},
	Fix:     fixExport,
}

// exportTikTok are videos.
var exportTikTok = Format{
	Key:       "exportcomments_tiktok",
	Signature: []string{"name click to view profile", "unique id", "date", "description", "digg count"},
	Source:    "tiktok",
	Columns: []Column{
		{"video id", data.FieldID},
		{"video link", data.FieldURL},
		{"name click to view profile", data.FieldAuthor},
		{"unique id", data.FieldHandle},
		{"author follower count", data.FieldFollowers},
		{"description", data.FieldText},
		{"date", data.FieldDate},
		{"digg count", data.FieldLikes},
		{"comment count", data.FieldReplies},
		{"share count", data.FieldShares},
		{"play count", data.FieldViews},
	},
	Ignored: []string{""},
	Fix:     fixExport,
}

// exportX are posts of X.
var exportX = Format{
	Key:       "exportcomments_x",
	Signature: []string{"tweet id click to view url", "username", "date", "tweet text"},
	Source:    "x",
	Columns: []Column{
		{"tweet id click to view url", data.FieldID},
		{"status url", data.FieldURL},
		{"name", data.FieldAuthor},
		{"username", data.FieldHandle},
		{"author followers", data.FieldFollowers},
		{"tweet text", data.FieldText},
		{"date", data.FieldDate},
		{"favorites", data.FieldLikes},
		{"comments", data.FieldReplies},
		{"retweets", data.FieldShares},
	},
	Ignored: []string{"", "author friends", "author favorites", "author statuses", "author image"},
	Fix: func(m *data.Mention, cell func(string) string) data.Reason {
		fixExport(m, cell)
		return fixTweet(m, cell)
	},
}

// fixExport takes the formulas apart: the address of a comment is worth
// keeping, of a profile only what is shown.
func fixExport(m *data.Mention, _ func(string) string) data.Reason {
	_, m.Author.Name = hyperlink(m.Author.Name)
	m.Author.ID = strings.TrimSpace(strings.TrimPrefix(m.Author.ID, "ID:"))
	address, id := hyperlink(m.ExternalID)
	m.ExternalID = id
	if target, _ := hyperlink(m.URL); target != "" {
		address = target
	} else if strings.Contains(m.URL, "://") {
		address = m.URL
	}
	m.URL = address // "(view comment)" is none
	return ""
}

// hyperlink reads =HYPERLINK("address","shown"); other cells are what they
// show.
func hyperlink(cell string) (address, shown string) {
	inside, ok := strings.CutPrefix(cell, `=HYPERLINK("`)
	if !ok {
		return "", cell
	}
	address, rest, _ := strings.Cut(inside, `"`)
	if _, label, ok := strings.Cut(rest, `"`); ok {
		if end := strings.LastIndexByte(label, '"'); end >= 0 {
			return address, strings.ReplaceAll(label[:end], `""`, `"`)
		}
	}
	return address, address
}
