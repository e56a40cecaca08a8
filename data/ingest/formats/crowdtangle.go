package formats

import "vedetta/data"

// crowdTangle are posts of Facebook's pages as CrowdTangle gave them until
// 2024; the followers at the time of the post may be N/A.
var crowdTangle = Format{
	Key:       "crowdtangle",
	Signature: []string{"page name|group name", "facebook id", "post created", "url", "message"},
	Source:    "facebook",
	Columns: []Column{
		{"url", data.FieldURL},
		{"page name", data.FieldAuthor},
		{"group name", data.FieldAuthor},
		{"user name", data.FieldHandle},
		{"facebook id", data.FieldAuthorID},
		{"followers at posting", data.FieldFollowers},
		{"message", data.FieldText},
		{"description", data.FieldText},
		{"image text", data.FieldText},
		{"link text", data.FieldText},
		{"post created", data.FieldDate},
		{"likes", data.FieldLikes},
		{"comments", data.FieldReplies},
		{"shares", data.FieldShares},
		{"total views", data.FieldViews},
		{"post views", data.FieldViews},
	},
	Ignored: []string{"post created date", "post created time", "video share status", "is video owner", "video length"},
}
