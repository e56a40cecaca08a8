package command

import (
	"fmt"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// span is a stretch of whole local days, both ends included.
type span struct {
	From string `placeholder:"YYYY-MM-DD" help:"${from}"`
	To   string `placeholder:"YYYY-MM-DD" help:"${to}"`
}

// filter joins a search and a stretch of days.
func (s span) filter(query string, zone *time.Location) (data.Filter, error) {
	f, err := data.ParseQuery(query, zone)
	if err != nil {
		return f, err
	}
	if s.From != "" {
		if f.Period.From, err = day(s.From, zone, 0); err != nil {
			return f, err
		}
	}
	if s.To != "" {
		f.Period.To, err = day(s.To, zone, 1)
	}
	return f, err
}

// day is the beginning of a local day, moved by some days.
func day(text string, zone *time.Location, moved int) (time.Time, error) {
	t, err := time.ParseInLocation(time.DateOnly, text, zone)
	if err != nil {
		return t, (&data.Error{Code: data.ErrDate, Err: err}).With("What", text)
	}
	return t.AddDate(0, 0, moved).UTC(), nil
}

type statsCmd struct {
	span
	Query string `placeholder:"QUERY" help:"${query}"`
	JSON  bool   `help:"${json}"`
}

type statsDay struct {
	Day      string `json:"day"`
	Negative int    `json:"negative"`
	Neutral  int    `json:"neutral"`
	Positive int    `json:"positive"`
}

type statsSource struct {
	Source   string `json:"source"`
	Mentions int    `json:"mentions"`
	Negative int    `json:"negative"`
	Neutral  int    `json:"neutral"`
	Positive int    `json:"positive"`
}

type stats struct {
	Mentions           int           `json:"mentions"`
	Negative           int           `json:"negative"`
	Neutral            int           `json:"neutral"`
	Positive           int           `json:"positive"`
	NetSentiment       *float64      `json:"net_sentiment"`
	NegativeShare      *float64      `json:"negative_share"`
	UnansweredNegative int           `json:"unanswered_negative"`
	FirstReplySeconds  *float64      `json:"median_first_reply_seconds"`
	Answered           *float64      `json:"answered_percent"`
	InTime             *float64      `json:"answered_in_time_percent"`
	Reach              int64         `json:"reach"`
	Sources            []statsSource `json:"sources"`
	Days               []statsDay    `json:"days"`
}

// Run prints the numbers of the overview and of the report, in text.
func (c statsCmd) Run(r *run) error {
	return r.with(func(d *desk.Desk) error {
		f, err := c.filter(c.Query, d.Zone())
		if err != nil {
			return err
		}
		s, err := r.stats(d, f)
		if err != nil {
			return err
		}
		if c.JSON {
			return r.json(s)
		}
		return r.sayStats(s)
	})
}

func (r *run) stats(d *desk.Desk, f data.Filter) (stats, error) {
	sum, err := d.Summary(r.ctx, f)
	if err != nil {
		return stats{}, err
	}
	s := stats{
		Mentions: sum.Now.Mentions(), Negative: sum.Now.Negative, Neutral: sum.Now.Neutral, Positive: sum.Now.Positive,
		UnansweredNegative: sum.Unanswered.Count, Reach: sum.Now.Reach, Sources: []statsSource{}, Days: []statsDay{},
	}
	if net, ok := sum.Now.Net(); ok {
		s.NetSentiment = &net
	}
	if share, ok := sum.Now.NegativeShare(); ok {
		s.NegativeShare = &share
	}
	if sum.FirstReply.Replies > 0 {
		seconds := sum.FirstReply.Median.Seconds()
		s.FirstReplySeconds = &seconds
	}
	s.Answered, s.InTime = percentOf(sum.Responses.Rate), percentOf(sum.Responses.Kept)
	sources, err := d.SourcesIn(r.ctx, f)
	if err != nil {
		return s, err
	}
	for _, t := range sources {
		s.Sources = append(s.Sources, statsSource{t.Source, t.Mentions(), t.Negative, t.Neutral, t.Positive})
	}
	days, err := d.Days(r.ctx, f)
	for _, b := range days {
		if b.Mentions() > 0 {
			s.Days = append(s.Days, statsDay{b.Start.In(d.Zone()).Format(time.DateOnly), b.Negative, b.Neutral, b.Positive})
		}
	}
	return s, err
}

// percentOf is a share in per cent; nil of nothing.
func percentOf(s data.Share) *float64 {
	if s.Of == 0 {
		return nil
	}
	percent := 100 * s.Value
	return &percent
}

func (r *run) sayStats(s stats) error {
	w := r.words
	number := func(n int) string { return w.Number(int64(n)) }
	orDash := func(v *float64, say func(float64) string) string {
		if v == nil {
			return "—"
		}
		return say(*v)
	}
	t := r.table()
	for _, line := range [][2]string{
		{"stats.mentions", number(s.Mentions)},
		{"label.negative", number(s.Negative)},
		{"label.neutral", number(s.Neutral)},
		{"label.positive", number(s.Positive)},
		{"stats.net", orDash(s.NetSentiment, w.Signed)},
		{"stats.share", orDash(s.NegativeShare, w.Percent)},
		{"stats.unanswered", number(s.UnansweredNegative)},
		{"stats.first_reply", orDash(s.FirstReplySeconds, func(sec float64) string { return w.Span(time.Duration(sec) * time.Second) })},
		{"stats.answered", orDash(s.Answered, w.Percent)},
		{"stats.in_time", orDash(s.InTime, w.Percent)},
	} {
		fmt.Fprintf(t, "%s\t%s\t\n", w.Text(line[0]), line[1])
	}
	head := fmt.Sprintf("\t%s\t%s\t%s\t%s\t\n", w.Text("stats.mentions"), w.Label(data.Negative), w.Label(data.Neutral), w.Label(data.Positive))
	fmt.Fprint(t, "\n"+w.Text("stats.by_source")+head)
	for _, x := range s.Sources {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t\n", w.Source(x.Source), number(x.Mentions), number(x.Negative), number(x.Neutral), number(x.Positive))
	}
	fmt.Fprint(t, "\n"+w.Text("stats.by_day")+head)
	for _, x := range s.Days {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t\n", x.Day, number(x.Negative+x.Neutral+x.Positive), number(x.Negative), number(x.Neutral), number(x.Positive))
	}
	return t.Flush()
}
