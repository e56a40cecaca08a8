package data

import (
	"strings"
	"time"
)

// ReplyState says how far an answer of ours has come. The words are stored.
type ReplyState string

// The states of a reply, in the order of work.
const (
	ReplyDraft ReplyState = "draft"
	ReplyReady ReplyState = "ready" // waits in the outbox for the network
	ReplySent  ReplyState = "sent"
)

// ReplyStates lists every state in the order of work.
var ReplyStates = [...]ReplyState{ReplyDraft, ReplyReady, ReplySent}

// Reply is our answer to one mention.
type Reply struct {
	ID        int64
	Mention   ID
	State     ReplyState
	Text      string
	Template  string    // key of the template it began with
	URL       string    // where it can be read, once sent
	SentAt    time.Time // zero until sent
	ChangedAt time.Time // zero where an import told of it
	Imported  bool      // an export told of it
}

// Written tells whether it is still being worked on, with something in it.
func (r Reply) Written() bool { return r.State != ReplySent && r.Text != "" }

// Wording is an earlier text of a reply.
type Wording struct {
	SavedAt time.Time
	Text    string
}

// SaidBefore is what of a text has been said before.
type SaidBefore struct {
	// ToAuthor is when the author of the mention was last answered with about
	// the same text; zero if never.
	ToAuthor time.Time
	// ToOthers counts answers with this very text to others in the last 30 days.
	ToOthers int
}

// Ours tells that a mention is a text of our own, brought back by an import.
type Ours struct {
	Reply int64 // the answer that it is; 0 for anything else of ours
}

// replyKeyLetters of a text find the answers that may be the same.
const replyKeyLetters = 24

// ReplyKey is the same for a published text and the answer that it is; empty
// for one that is too short to tell.
func ReplyKey(text string) string {
	key, ok := firstLetters(plainWords(withoutNames(text)), replyKeyLetters)
	if !ok {
		return ""
	}
	return key
}

// SameReply tells whether a published text is an answer that was written here:
// networks may cut its end.
func SameReply(published, written string) bool {
	return written != "" && sameText(withoutNames(published), withoutNames(written))
}

// withoutNames is a text without the names of those it answers, which networks
// put before it.
func withoutNames(text string) string {
	text = strings.TrimSpace(text)
	for strings.HasPrefix(text, "@") {
		_, text, _ = strings.Cut(text, " ")
		text = strings.TrimSpace(text)
	}
	return text
}
