package inbox

import (
	"strings"

	"vedetta/data"
)

// View is one of the fixed cuts through the mentions.
type View int

// The views, in the order in which they stand on screen.
const (
	ViewAttention View = iota // negatives that nobody has answered
	ViewNeedsReply
	ViewOpen
	ViewDrafts
	ViewReady
	ViewReplied
	ViewArchived
	ViewStarred
	ViewSnoozed
	ViewMuted
	ViewAll
)

// Views lists every view.
var Views = [...]View{ViewAttention, ViewNeedsReply, ViewOpen, ViewDrafts, ViewReady, ViewReplied, ViewArchived, ViewStarred, ViewSnoozed, ViewMuted, ViewAll}

var viewKeys = [...]string{"attention", "needs_reply", "open", "drafts", "ready", "replied", "archived", "starred", "snoozed", "muted", "all"}

// key is the last part of the view's translation keys.
func (v View) key() string { return viewKeys[v] }

// filter is what the view shows.
func (v View) filter() data.Filter {
	switch v {
	case ViewAttention:
		return data.Filter{Labels: []data.Label{data.Negative}, Statuses: data.Unanswered, Snoozed: data.NotSnoozed, Muted: data.NotMuted}
	case ViewNeedsReply:
		return data.Filter{Statuses: []data.Status{data.StatusNeedsReply}, Snoozed: data.NotSnoozed, Muted: data.NotMuted}
	case ViewOpen:
		return data.Filter{Statuses: data.Unanswered, Snoozed: data.NotSnoozed, Muted: data.NotMuted}
	case ViewDrafts:
		return data.Filter{Replies: []data.ReplyState{data.ReplyDraft}}
	case ViewReady:
		return data.Filter{Replies: []data.ReplyState{data.ReplyReady}}
	case ViewReplied:
		return data.Filter{Statuses: []data.Status{data.StatusReplied}}
	case ViewArchived:
		return data.Filter{Statuses: []data.Status{data.StatusArchived}}
	case ViewStarred:
		return data.Filter{Starred: true}
	case ViewSnoozed:
		return data.Filter{Snoozed: data.OnlySnoozed}
	case ViewMuted:
		return data.Filter{Muted: data.OnlyMuted}
	}
	return data.Filter{}
}

// query is the view as a search; false for one that no search can say.
func (v View) query() (string, bool) {
	switch v {
	case ViewAttention:
		return "is:negative is:unanswered -is:snoozed -is:muted", true
	case ViewNeedsReply:
		return "is:needs_reply -is:snoozed -is:muted", true
	case ViewOpen:
		return "is:unanswered -is:snoozed -is:muted", true
	case ViewReplied:
		return "is:replied", true
	case ViewArchived:
		return "is:archived", true
	case ViewDrafts:
		return "is:draft", true
	case ViewReady:
		return "is:ready", true
	case ViewStarred:
		return "is:starred", true
	case ViewSnoozed:
		return "is:snoozed", true
	case ViewMuted:
		return "is:muted", true
	}
	return "", v == ViewAll
}

// View is the view chosen.
func (p *Presenter) View() View { return p.view }

// SetView chooses a view, instead of a saved one if that was chosen.
func (p *Presenter) SetView(v View) {
	if p.savedChosen() {
		p.query, p.parsed, p.queryErr = "", data.Filter{}, nil
		p.face.SideChanged()
	}
	p.view = v
	p.reload()
}

// Query is the search as typed.
func (p *Presenter) Query() string { return p.query }

// QueryError is what is wrong with the search; nil when it can be read. The
// list keeps showing the last search that could.
func (p *Presenter) QueryError() error { return p.queryErr }

// SetQuery searches once typing rests.
func (p *Presenter) SetQuery(text string) {
	if text == p.query {
		return
	}
	p.query = text
	f, err := data.ParseQuery(text, p.desk.Zone())
	p.queryErr = err
	if err == nil {
		p.parsed = f
		p.reloadAfter(p.pauses.search)
	}
	p.face.SideChanged()
}

// ToggleTag puts tag:… into the search or takes it out again.
func (p *Presenter) ToggleTag(tag string) {
	word := tagWord(tag)
	kept := []string{}
	found := false
	for _, w := range queryWords(p.query) {
		if w == word {
			found = true
			continue
		}
		kept = append(kept, w)
	}
	if !found {
		kept = append(kept, word)
	}
	p.SetQuery(strings.Join(kept, " "))
}

// TagChosen tells whether the search asks for the tag.
func (p *Presenter) TagChosen(tag string) bool {
	for _, t := range p.parsed.Tags {
		if strings.EqualFold(t, tag) {
			return true
		}
	}
	return false
}

func tagWord(tag string) string {
	return "tag:" + data.QueryValue(tag)
}

// queryWords cuts a search at the blanks outside quotes.
func queryWords(query string) []string {
	inQuotes := false
	return strings.FieldsFunc(query, func(r rune) bool {
		if r == '"' {
			inQuotes = !inQuotes
		}
		return r == ' ' && !inQuotes
	})
}

// SetFilter shows what another screen means, under a title that can be
// removed.
func (p *Presenter) SetFilter(f data.Filter, title string) { p.hand(f, title, false) }

// hand takes over what another screen means; with unfolded each copy is shown
// at its own time.
func (p *Presenter) hand(f data.Filter, title string, unfolded bool) {
	p.view, p.query, p.queryErr, p.parsed = ViewAll, "", nil, data.Filter{}
	p.handed, p.title, p.fold.off = f, title, unfolded
	p.reload()
	p.face.SideChanged()
}

// Title names the filter of another screen; empty when there is none.
func (p *Presenter) Title() string { return p.title }

// DropFilter removes the filter of another screen.
func (p *Presenter) DropFilter() {
	p.handed, p.title, p.fold.off = data.Filter{}, "", false
	p.reload()
	p.face.SideChanged()
}

// OpenMention shows one mention, be it a copy, with the older ones below it.
func (p *Presenter) OpenMention(id data.ID) {
	const timeBits = 20 // below them an ID is its publication's Unix second
	at := unixSecond(int64(id) >> timeBits)
	p.hand(data.Filter{Period: data.Period{To: at.Add(oneSecond)}},
		p.words.Text("inbox.until", "When", p.words.DateTime(at, p.desk.Zone())), true)
	p.Choose(id)
}

// filter is everything that restricts the list.
func (p *Presenter) filter() data.Filter {
	return p.view.filter().And(p.handed).And(p.parsed)
}
