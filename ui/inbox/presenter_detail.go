package inbox

import (
	"context"
	"slices"
	"strings"

	"vedetta/data"
)

// TextShown is how many runes of a long text are laid out before "Show all":
// wrapping costs grow with the square of the length.
const TextShown = 4000

// Pieces cuts a text into parts of at most TextShown runes.
func Pieces(text string) []string {
	var out []string
	for piece := range slices.Chunk([]rune(text), TextShown) {
		out = append(out, string(piece))
	}
	return out
}

// Detail is the mention shown in full; false when there is none.
func (p *Presenter) Detail() (data.Detail, bool) { return p.detail, p.hasDetail }

// loadDetail reads the current mention; the one shown stays until it comes.
func (p *Presenter) loadDetail() {
	id := p.list.current
	if id == 0 {
		p.loads.detail.Cancel()
		p.detail, p.hasDetail = data.Detail{}, false
		p.answer.show(p.detail, false)
		p.face.DetailChanged()
		return
	}
	p.loads.detail.Load(func(ctx context.Context) func() {
		d, err := p.desk.Mention(ctx, id)
		var pressing data.Priority
		if err == nil {
			pressing, err = p.desk.Priority(ctx, id)
		}
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			if p.pending > 0 && p.hasDetail && p.detail.ID == id {
				p.stale = true // the answer is older than what the person did meanwhile
				return
			}
			fresh := !p.hasDetail || p.detail.ID != d.ID
			p.detail, p.hasDetail, p.priority = d, true, pressing
			if fresh {
				p.issues = nil
				p.loadIssues()
			}
			p.answer.show(d, true)
			p.face.DetailChanged()
		}
	})
}

// Open shows the mention's page on the web.
func (p *Presenter) Open() {
	if p.hasDetail && p.detail.URL != "" {
		p.face.OpenLink(p.detail.URL)
	}
}

// Facts is the line below the author: source, stars, date, other mentions.
func (p *Presenter) Facts(d data.Detail) string {
	w := p.words
	parts := []string{w.Source(d.Source)}
	if d.Rating > 0 {
		parts = append(parts, Stars(d.Rating))
	}
	parts = append(parts, w.DateTime(d.PublishedAt, p.desk.Zone()))
	if d.Author.Followers > 0 {
		parts = append(parts, w.Count("inbox.followers", int(d.Author.Followers)))
	}
	if d.AuthorMentions > 0 {
		parts = append(parts, w.Count("inbox.others", d.AuthorMentions)+
			", "+w.Count("inbox.others.negative", d.AuthorNegative))
	}
	return strings.Join(parts, " · ")
}

// Stars draws a rating of 1 to 5.
func Stars(rating float64) string {
	full := max(0, min(5, int(rating+0.5)))
	return strings.Repeat("★", full) + strings.Repeat("☆", 5-full)
}

// LabelWords names the label and how sure the classifier is, or that the
// person decided.
func (p *Presenter) LabelWords(d data.Detail) string {
	if d.Override != nil {
		return p.words.Text("inbox.label.own", "Label", p.words.Label(d.Label))
	}
	said := p.words.Label(d.Label) + " " + p.words.Percent(100*d.Sentiment.Confidence)
	if d.Sentiment.Uncertain() {
		return p.words.Text("inbox.label.uncertain", "Label", said)
	}
	return said
}

// Engagement is one line of counts, without those the source did not give.
func (p *Presenter) Engagement(e data.Engagement) string {
	var parts []string
	for _, c := range []struct {
		key string
		n   int64
	}{
		{"inbox.likes", e.Likes},
		{"inbox.answers", e.Replies},
		{"inbox.shares", e.Shares},
		{"inbox.views.count", e.Views},
		{"inbox.reach", e.Reach},
	} {
		if c.n != data.Unknown {
			parts = append(parts, p.words.Count(c.key, int(c.n)))
		}
	}
	return strings.Join(parts, " · ")
}

// OldSnapshots are the earlier observations of the engagement, newest first.
// The last one is the engagement itself.
func (p *Presenter) OldSnapshots(d data.Detail) []string {
	var out []string
	for i := len(d.Snapshots) - 2; i >= 0; i-- {
		s := d.Snapshots[i]
		out = append(out, p.words.Text("inbox.engagement.at",
			"When", p.words.DateTime(s.SeenAt, p.desk.Zone()), "Counts", p.Engagement(s.Engagement)))
	}
	return out
}

// SentReplies are our answers to a mention that were published.
func (p *Presenter) SentReplies(d data.Detail) []data.Reply {
	return slices.DeleteFunc(slices.Clone(d.Replies), func(r data.Reply) bool { return r.State != data.ReplySent })
}

// ReplyWords tells when a reply was published.
func (p *Presenter) ReplyWords(r data.Reply) string {
	if r.SentAt.IsZero() {
		return p.words.Text("inbox.reply.undated")
	}
	return p.words.Text("inbox.reply.at", "When", p.words.DateTime(r.SentAt, p.desk.Zone()))
}
