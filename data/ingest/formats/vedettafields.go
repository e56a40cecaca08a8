package formats

import (
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// ownID writes an id so that no spreadsheet takes it for a number.
func ownID(id data.ID) string { return "v" + strconv.FormatInt(int64(id), 10) }

func readOwnID(text string) (data.ID, bool) {
	digits, ok := strings.CutPrefix(text, "v")
	id, err := strconv.ParseInt(digits, 10, 64)
	return data.ID(id), ok && err == nil && id != 0
}

func effective(m *data.Mention) data.Label {
	if m.Work.Override != nil {
		return *m.Work.Override
	}
	return m.Sentiment.Label
}

func override(m *data.Mention) string {
	if m.Work.Override == nil {
		return ""
	}
	return m.Work.Override.String()
}

func answer(m *data.Mention) data.Answer {
	if m.Answer == nil {
		return data.Answer{}
	}
	return *m.Answer
}

func count(of func(*data.Engagement) int64) func(*data.Mention) (float64, bool) {
	return func(m *data.Mention) (float64, bool) {
		n := of(&m.Engagement)
		return float64(n), n != data.Unknown
	}
}

const wordYes = "yes"

func yes(is bool) string {
	if is {
		return wordYes
	}
	return ""
}

const wordHigh, wordLow = "high", "low"

var priorities = map[string]int8{wordHigh: 1, wordLow: -1}

// priority is the priority that the person gave, as a word.
func priority(m *data.Mention) string {
	switch p := m.Work.Priority; {
	case p > 0:
		return wordHigh
	case p < 0:
		return wordLow
	}
	return ""
}

// italian are the words for keys; the English ones are the keys themselves.
var italian = map[string]string{
	"negative": "negativa", "neutral": "neutra", "positive": "positiva",
	"new": "nuova", "open": "aperta", "needs_reply": "da rispondere", "replied": "risposto", "archived": "archiviata",
	wordYes: "sì", wordHigh: "alta", wordLow: "bassa",
}

func spoken(key, lang string) string {
	if word, ok := italian[key]; ok && lang == "it" {
		return word
	}
	return strings.ReplaceAll(key, "_", " ")
}

var keyOfWord = func() map[string]string {
	out := map[string]string{"true": wordYes, "si": wordYes, "1": wordYes}
	for key, word := range italian {
		out[Fold(word)], out[Fold(key)] = key, key
	}
	return out
}()

// issueMarks are the issues of a mention, the level in front of the title.
func issueMarks(m *data.Mention) (out []string) {
	for _, i := range m.Work.Issues {
		out = append(out, "L"+strconv.Itoa(i.Severity)+" "+i.Title)
	}
	return out
}

func readIssueMark(text string) data.IssueMark {
	if len(text) > 3 && text[0] == 'L' && text[1] >= '0' && text[1] <= '4' && text[2] == ' ' {
		return data.IssueMark{Title: text[3:], Severity: int(text[1] - '0')}
	}
	return data.IssueMark{Title: text}
}

// writtenReply is a reply in JSON.
type writtenReply struct {
	State  data.ReplyState `json:"state"`
	Text   string          `json:"text"`
	URL    string          `json:"url,omitempty"`
	SentAt *time.Time      `json:"sent_at,omitempty"`
}

func ownReplies(m *data.Mention) string {
	if len(m.Work.Replies) == 0 {
		return ""
	}
	out := make([]writtenReply, len(m.Work.Replies))
	for i, r := range m.Work.Replies {
		out[i] = writtenReply{State: r.State, Text: r.Text, URL: r.URL}
		if !r.SentAt.IsZero() {
			at := r.SentAt.UTC()
			out[i].SentAt = &at
		}
	}
	return string(marshal(out))
}

func readReplies(written []writtenReply) (out []data.Reply) {
	for _, r := range written {
		reply := data.Reply{State: r.State, Text: r.Text, URL: r.URL}
		if r.State != data.ReplyReady && r.State != data.ReplySent {
			reply.State = data.ReplyDraft
		}
		if r.SentAt != nil {
			reply.SentAt = r.SentAt.UTC()
		}
		out = append(out, reply)
	}
	return out
}

// writtenSnapshot is a snapshot in JSON; what was not known is left out.
type writtenSnapshot struct {
	SeenAt  time.Time `json:"seen_at"`
	Likes   *int64    `json:"likes,omitempty"`
	Replies *int64    `json:"replies,omitempty"`
	Shares  *int64    `json:"shares,omitempty"`
	Views   *int64    `json:"views,omitempty"`
	Reach   *int64    `json:"reach,omitempty"`
}

func (w *writtenSnapshot) counts(e *data.Engagement) []counted {
	return []counted{{&w.Likes, &e.Likes}, {&w.Replies, &e.Replies}, {&w.Shares, &e.Shares}, {&w.Views, &e.Views}, {&w.Reach, &e.Reach}}
}

type counted struct {
	written **int64
	count   *int64
}

// seenBefore are all observations of a mention that was seen more than once.
func seenBefore(m *data.Mention) string {
	if len(m.Work.Seen) < 2 {
		return ""
	}
	out := make([]writtenSnapshot, len(m.Work.Seen))
	for i, s := range m.Work.Seen {
		out[i].SeenAt = s.SeenAt.UTC()
		for _, c := range out[i].counts(&s.Engagement) {
			if *c.count != data.Unknown {
				n := *c.count
				*c.written = &n
			}
		}
	}
	return string(marshal(out))
}

func readSeen(written []writtenSnapshot) (out []data.Snapshot) {
	for _, w := range written {
		s := data.Snapshot{SeenAt: w.SeenAt.UTC(), Engagement: data.NoEngagement}
		for _, c := range w.counts(&s.Engagement) {
			if *c.written != nil {
				*c.count = **c.written
			}
		}
		out = append(out, s)
	}
	return out
}

func extraFields(m *data.Mention) string {
	if len(m.Extras) == 0 {
		return ""
	}
	return string(marshal(m.Extras))
}
