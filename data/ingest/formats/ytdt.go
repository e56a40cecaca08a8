package formats

import "vedetta/data"

// youtubeDataTools are the comments of a video as YouTube Data Tools saves
// them, with tabs.
var youtubeDataTools = Format{
	Key:       "youtube_data_tools",
	Signature: []string{"id", "isreplyto", "authorname", "text", "publishedat"},
	Source:    "youtube",
	Columns: []Column{
		{"id", data.FieldID},
		{"authorname", data.FieldAuthor},
		{"authorchannelid", data.FieldAuthorID},
		{"text", data.FieldText},
		{"publishedat", data.FieldDate},
		{"isreplyto", data.FieldInReplyTo},
		{"likecount", data.FieldLikes},
		{"replycount", data.FieldReplies},
	},
	Ignored: []string{"isreply"},
}
