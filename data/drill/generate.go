package drill

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// Generate makes the mentions of a drill in their order of time. The same
// seed makes the same ones.
func Generate(d *Drill, seed uint64) []data.Mention {
	g := &generator{drill: d, dice: rand.New(rand.NewPCG(seed, 0x64726966))}
	g.writer = writer{book: d.phrases, dice: g.dice, left: map[string][]int{}, seen: map[string]bool{}}
	for _, day := range d.Days {
		g.day(day)
	}
	slices.SortStableFunc(g.all, func(a, b data.Mention) int { return a.PublishedAt.Compare(b.PublishedAt) })
	for i := range g.all {
		m := &g.all[i]
		m.ExternalID, m.Line = fmt.Sprintf("%s-%d-%d", d.Key, seed, i+1), i+1
	}
	return g.all
}

type generator struct {
	drill *Drill
	dice  *rand.Rand
	writer
	all []data.Mention
}

// day makes the mentions of a day; those at fixed times are among them.
func (g *generator) day(day Day) {
	if day.Spread > 0 {
		day.Mentions += g.dice.IntN(2*day.Spread+1) - day.Spread
	}
	left := map[data.Label]int{
		data.Negative: int(math.Round(day.Negative * float64(day.Mentions))),
		data.Positive: int(math.Round(day.Positive * float64(day.Mentions))),
	}
	left[data.Neutral] = day.Mentions - left[data.Negative] - left[data.Positive]
	total := day.Mentions
	for _, f := range g.drill.Fixed {
		if !f.At.Before(day.Date) && f.At.Before(day.Date.AddDate(0, 0, 1)) {
			g.all = append(g.all, g.fixed(f))
			left[f.Label]--
			total--
		}
	}
	times := g.times(day, max(total, 0))
	labels := g.labels(left, len(times))
	g.dice.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
	g.calmBefore(times, labels)
	for i, at := range times {
		g.all = append(g.all, g.mention(at, labels[i]))
	}
}

// calmBefore leaves no more negatives before T0, on its day, than the day
// before had: the share of a day does not know when the case begins.
func (g *generator) calmBefore(times []time.Time, labels []data.Label) {
	t0 := g.drill.T0
	usual, early := g.drill.Days[0].Negative, 0
	for _, day := range g.drill.Days {
		if day.Date.AddDate(0, 0, 1).Before(t0) {
			usual = day.Negative
		}
	}
	for _, at := range times {
		if at.Before(t0) {
			early++
		}
	}
	if early == 0 || early == len(times) {
		return
	}
	left, late := int(math.Round(usual*float64(early))), 0
	for i, at := range times {
		if labels[i] != data.Negative || !at.Before(t0) {
			continue
		}
		if left--; left >= 0 {
			continue
		}
		for late < len(times) && (times[late].Before(t0) || labels[late] == data.Negative) {
			late++
		}
		if late == len(times) {
			return
		}
		labels[i], labels[late] = labels[late], labels[i]
	}
}

func (g *generator) labels(left map[data.Label]int, n int) (labels []data.Label) {
	for _, l := range data.Labels {
		for range left[l] {
			labels = append(labels, l)
		}
	}
	for len(labels) < n {
		labels = append(labels, data.Neutral)
	}
	return labels[:n]
}

// times spreads n mentions over the hours of a day as its curve says: what is
// due to an hour comes in it, only what is left over falls by chance.
func (g *generator) times(day Day, n int) (times []time.Time) {
	curve := g.drill.Curves[day.Curve]
	end := day.Date.AddDate(0, 0, 1)
	at := func(hour int) {
		begins := day.Date.Add(time.Duration(hour) * time.Hour)
		if rest := begins.Add(time.Hour).Sub(g.drill.T0); rest > 0 && rest < time.Hour {
			begins = begins.Add(time.Hour - rest) // the hour of T0 has its mentions from T0 on
		}
		left := day.Date.Add(time.Duration(hour+1) * time.Hour).Sub(begins)
		t := begins.Add(time.Duration(g.dice.IntN(int(left/time.Second))) * time.Second)
		if !t.Before(end) { // a day of 23 hours
			t = end.Add(-time.Duration(1+g.dice.IntN(3600)) * time.Second)
		}
		times = append(times, t)
	}
	for hour, share := range curve {
		for range int(share * float64(n)) {
			at(hour)
		}
	}
	for len(times) < n {
		at(g.hour(curve))
	}
	return times
}

func (g *generator) hour(c Curve) int {
	x := g.dice.Float64()
	for h, share := range c {
		if x -= share; x < 0 {
			return h
		}
	}
	return 12
}

func (d *Drill) themesAt(l data.Label, at time.Time) (all []Theme) {
	for _, t := range d.Themes {
		if t.Label == l && !at.Before(t.From) && (t.To.IsZero() || at.Before(t.To)) {
			all = append(all, t)
		}
	}
	return all
}

func weighted[T any](dice *rand.Rand, all []T, weight func(T) float64) T {
	sum := 0.0
	for _, x := range all {
		sum += weight(x)
	}
	at := dice.Float64() * sum
	for _, x := range all {
		if at -= weight(x); at < 0 {
			return x
		}
	}
	return all[len(all)-1]
}

func (g *generator) mention(at time.Time, label data.Label) data.Mention {
	d := g.drill
	theme := weighted(g.dice, d.themesAt(label, at), func(t Theme) float64 { return t.Weight })
	channel := weighted(g.dice, d.Channels, func(c Channel) float64 { return c.Weight })
	m := data.Mention{
		Source: channel.Source, Text: g.write(theme), PublishedAt: at.UTC(), PublishedRaw: at.Format(time.RFC3339),
		Author: g.author(), Engagement: data.NoEngagement,
	}
	if channel.Followers > 0 {
		m.Author.Followers = int64(g.around(channel.Followers, 1.3))
		m.Engagement.Reach = m.Author.Followers
		m.Engagement.Likes = int64(g.around(3, 1.2))
		m.Engagement.Shares = int64(g.around(0.8, 1.3))
	}
	return m
}

// around draws from a log-normal distribution with the given median.
func (g *generator) around(median, spread float64) float64 {
	return median * math.Exp(spread*g.dice.NormFloat64())
}

// author makes somebody up of the lines of "names" and "surnames".
func (g *generator) author() data.Author {
	name := g.pick("names")
	if s := g.pick("surnames"); s != "" {
		name += " " + s
	}
	handle := strings.ToLower(strings.Map(asciiLetter, name)) + fmt.Sprint(10+g.dice.IntN(8990))
	return data.Author{Name: name, Handle: handle, Followers: data.Unknown}
}

func asciiLetter(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
		return r
	}
	return -1
}

func (g *generator) pick(section string) string {
	lines := g.book[section]
	if len(lines) == 0 {
		return ""
	}
	return lines[g.dice.IntN(len(lines))].text
}

func (g *generator) fixed(f Fixed) data.Mention {
	m := data.Mention{
		Source: f.Source, Text: f.Text, PublishedAt: f.At.UTC(), PublishedRaw: f.At.Format(time.RFC3339),
		Author: data.Author{Name: f.Author, Handle: strings.ToLower(strings.Map(asciiLetter, f.Author)), Followers: f.Followers},
	}
	m.Engagement = data.NoEngagement
	m.Engagement.Shares, m.Engagement.Likes = f.Shares, f.Likes
	m.Engagement.Reach = cmp.Or(max(f.Reach, f.Followers), data.Unknown)
	return m
}
