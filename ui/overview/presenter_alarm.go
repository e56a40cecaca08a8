package overview

import (
	"context"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
)

// Banner is the most serious of the incidents that are going on, in words.
type Banner struct {
	Incident int64
	Level    data.Level
	Word     string // of the level
	Steps    int    // of four
	Headline string
	Detail   string
	Serious  bool // worth a crisis room
}

// Banner is what to show above the figures; false while nothing is going on.
func (p *Presenter) Banner() (Banner, bool) {
	s := p.figures.situation
	if len(s.Open) == 0 {
		return Banner{}, false
	}
	i := s.Open[0]
	return Banner{
		Incident: i.ID, Level: i.Level, Word: assets.Capital(p.words.Level(i.Level)), Steps: stepsOf(i),
		Headline: p.words.IncidentHeadline(i, p.desk.Zone()) + ".",
		Detail:   joined(p.about(i), p.others(s)),
		Serious:  i.Level >= data.LevelElevated,
	}, true
}

// stepsOf spreads the levels over four steps: the lowest has two.
func stepsOf(i data.Incident) int {
	const halfOfWatch = 25
	switch {
	case i.Level >= data.LevelCrisis:
		return 4
	case i.Level == data.LevelElevated:
		return 3
	case i.Parts.Score() >= halfOfWatch:
		return 2
	}
	return 1
}

// others says how many more are going on, and how often a warning is for
// nothing.
func (p *Presenter) others(s data.Situation) string {
	said := p.words.FalseAlarms(s.FalseAlarms)
	if said != "" {
		said = p.text("banner.false", "Often", said)
	}
	if more := len(s.Open) - 1; more > 0 {
		said = joined(p.words.Count("overview.banner.more", more), said)
	}
	return said
}

// about says what an incident is about and who carries it, once that is known.
func (p *Presenter) about(i data.Incident) string {
	if p.told.whyOf != i.ID {
		return ""
	}
	var said string
	switch terms := p.told.why.Terms; {
	case len(terms) > 1:
		said = p.text("banner.about.two", "First", short(terms[0].Term), "Second", short(terms[1].Term))
	case len(terms) == 1:
		said = p.text("banner.about.one", "First", short(terms[0].Term))
	}
	return joined(said, p.carriedBy(i))
}

const (
	// notableReach is from where on it matters whom an author reaches, and
	// notableShare of the mentions from where on how many are theirs.
	notableReach = 1000
	notableShare = 0.2
)

func (p *Presenter) carriedBy(i data.Incident) string {
	why := p.told.why
	if len(why.ByReach) > 0 && why.ByReach[0].Reach >= notableReach {
		a := why.ByReach[0]
		return p.text("banner.reach", "N", p.words.Number(a.Reach), "Author", short(a.Author))
	}
	if len(why.ByCount) > 0 && float64(why.ByCount[0].Mentions) >= max(notableShare*float64(i.Mentions), 3) {
		a := why.ByCount[0]
		return p.words.Count("overview.banner.author", a.Mentions, "Author", short(a.Author))
	}
	return ""
}

// short cuts what a stranger wrote to what fits into a sentence.
func short(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

// Watch says what limits the warnings now: too little history, mentions that
// nobody has looked at yet or that are dated in the future; and what waits for
// an answer beyond its clock. "" if there is nothing to say.
func (p *Presenter) Watch() string {
	s, all := p.figures.situation, p.figures.workspace.Mentions
	if !p.figures.loaded || all == 0 {
		return ""
	}
	said := p.words.Learning(s)
	if s.Behind {
		return joined(said, p.words.Count("overview.watch.behind", all))
	}
	if s.Future > 0 {
		said = joined(said, p.words.Count("overview.watch.future", s.Future))
	}
	if s.Backlog.Alarm {
		said = joined(said, p.words.AlarmSentence(data.Alarm{
			Detector: data.BacklogDetector, Observed: float64(s.Backlog.Late), Window: s.Backlog.Clock,
		}))
	}
	return said
}

// joined sets sentences one after the other.
func joined(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return first + " " + second
}

// readWhy finds, in the background, what the most serious incident is about.
func (p *Presenter) readWhy(ctx context.Context, s data.Situation) (of int64, why data.Why, err error) {
	if len(s.Open) == 0 {
		return 0, why, nil
	}
	f, before, err := p.desk.FilterOf(ctx, s.Open[0])
	if err == nil {
		why, err = p.desk.Why(ctx, f, before)
	}
	return s.Open[0].ID, why, err
}

// lookAgain is how long to wait before asking whether all is looked at.
const lookAgain = 2 * time.Second

// follow loads again once the detectors have looked at everything: when they
// find nothing new nobody tells.
func (p *Presenter) follow() {
	if !p.figures.situation.Behind || p.pause == 0 {
		p.following.Cancel()
		return
	}
	p.following.Load(func(ctx context.Context) func() {
		for job.Rest(ctx, p.again) {
			if s, err := p.desk.Situation(ctx); err != nil || !s.Behind {
				return p.Refresh
			}
		}
		return nil
	})
}
