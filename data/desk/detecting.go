package desk

import (
	"context"
	"encoding/json"
	"errors"
	"hash/fnv"
	"time"

	"vedetta/data"
	"vedetta/data/detect"
	"vedetta/data/store"
)

// mostStreams bounds the tags that are watched on their own.
const mostStreams = 20

// watchPlan is what is watched in a workspace.
type watchPlan struct {
	setup   detect.Setup
	hash    uint64
	sources map[int64]int // number of a source -> stream
	press   map[int64]bool
	streams []members // tags and topics
	rules   []members
}

// members are mentions that belong to a stream or a rule.
type members struct {
	number int
	filter data.Filter
	ids    []data.ID // not yet passed
	all    bool
	err    error
}

// pressSources are the sources that are the press.
var pressSources = map[string]bool{"news": true}

// plan reads what is to be watched.
func (d *Desk) plan(ctx context.Context) (*watchPlan, error) {
	w, err := d.Watchfulness(ctx)
	if err != nil {
		return nil, err
	}
	p := &watchPlan{sources: map[int64]int{}, press: map[int64]bool{}}
	p.setup = detect.Setup{Zone: d.Zone(), Sensitivity: w.Sensitivity, Expected: w.Expected}
	if err := p.addSources(ctx, d.store); err != nil {
		return nil, err
	}
	tags, err := d.store.MostTags(ctx, mostStreams)
	if err != nil {
		return nil, err
	}
	for _, tag := range tags {
		p.addStream(data.Stream{Kind: data.OfTag, Name: tag}, data.Filter{Tags: []string{tag}})
	}
	for _, t := range w.Topics {
		if f, err := data.ParseQuery(t.Query, d.Zone()); err == nil {
			p.addStream(data.Stream{Kind: data.OfTopic, Name: t.Name}, f)
		}
	}
	for _, r := range w.Rules {
		if r.On {
			p.addRule(r, d.Zone())
		}
	}
	judged, err := d.store.Judgements(ctx)
	if err != nil {
		return nil, err
	}
	for _, j := range judged {
		p.setup.Feedback = append(p.setup.Feedback, detect.Feedback(j))
	}
	p.hash = hashOf(p.setup, w.Topics)
	return p, nil
}

func (p *watchPlan) addSources(ctx context.Context, s *store.Store) error {
	numbers, err := s.SourceNumbers(ctx)
	if err != nil {
		return err
	}
	for _, name := range sortedKeys(numbers) {
		p.sources[numbers[name]] = len(p.setup.Streams)
		p.press[numbers[name]] = pressSources[name]
		p.setup.Streams = append(p.setup.Streams, data.Stream{Kind: data.OfSource, Name: name})
	}
	return nil
}

func (p *watchPlan) addStream(s data.Stream, f data.Filter) {
	p.streams = append(p.streams, members{number: len(p.setup.Streams), filter: f})
	p.setup.Streams = append(p.setup.Streams, s)
}

// addRule adds a rule of the person's; one whose query cannot be read any more
// is left out.
func (p *watchPlan) addRule(r data.Rule, zone *time.Location) {
	f, err := data.ParseQuery(r.Query, zone)
	if err != nil {
		return
	}
	p.rules = append(p.rules, members{number: len(p.setup.Rules), filter: f, all: r.Query == ""})
	p.setup.Rules = append(p.setup.Rules, r)
}

// hashOf tells setups apart.
func hashOf(s detect.Setup, topics []data.Topic) uint64 {
	h := fnv.New64a()
	_ = json.NewEncoder(h).Encode(struct { // a hash takes everything
		Zone     string
		Setup    any
		Topics   []data.Topic
		Expected []data.ExpectedPeriod
	}{s.Zone.String(), []any{s.Sensitivity, s.Streams, s.Rules, s.Feedback}, topics, s.Expected})
	return h.Sum64()
}

// of lists the streams or rules that a mention belongs to. Mentions are asked
// for in their order.
func membersOf(list []members, id data.ID, out []int) []int {
	for i := range list {
		m := &list[i]
		if m.all {
			out = append(out, m.number)
			continue
		}
		for len(m.ids) > 0 && m.ids[0] < id {
			m.ids = m.ids[1:]
		}
		if len(m.ids) > 0 && m.ids[0] == id {
			out = append(out, m.number)
		}
	}
	return out
}

// readMembers finds the mentions of tags, topics and rules in a period, two at
// a time.
func (d *Desk) readMembers(ctx context.Context, p *watchPlan, period data.Period) error {
	var todo []*members
	for _, list := range [][]members{p.streams, p.rules} {
		for i := range list {
			if !list[i].all {
				todo = append(todo, &list[i])
			}
		}
	}
	inHalves(todo, func(part []*members) {
		for _, m := range part {
			f := m.filter
			f.Period = within(f.Period, period)
			m.ids, m.err = d.store.IDsOf(ctx, f)
		}
	})
	var err error
	for _, m := range todo {
		err = errors.Join(err, m.err)
	}
	return err
}

// within is what two periods have in common.
func within(a, b data.Period) data.Period {
	if a.From.IsZero() || b.From.After(a.From) {
		a.From = b.From
	}
	if a.To.IsZero() || !b.To.IsZero() && b.To.Before(a.To) {
		a.To = b.To
	}
	return a
}
