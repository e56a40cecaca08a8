package crisis

import "slices"

// phrases runs the lists over the draft and keeps what holds.
func (d *draft) phrases() {
	for _, p := range d.lists {
		p.know(&d.words)
		d.raw = p.find(&d.words, d.raw[:0])
		from := len(d.hits)
		d.hits = p.holding(&d.words, d.raw, d.hits)
		for _, h := range d.hits[from:] {
			if r := Rule(p.groups.list[h.group]); slices.Contains(Rules, r) {
				d.setHit(r, h)
			}
		}
	}
	if d.has(RuleApologises) || d.has(RuleConditional) {
		d.alsoConcern()
	}
}

// alsoConcern: who says sorry has heard.
func (d *draft) alsoConcern() {
	if !d.has(RuleConcern) && d.has(RuleApologises) {
		d.found[RuleConcern.number()] = d.found[RuleApologises.number()]
	}
}

// holding adds to keep the finds that neither a negation nor a
// counter-pattern takes back.
func (p *patterns) holding(s *tokens, all, keep []hit) []hit {
	negator, contrast := p.groups.number("negator"), p.groups.number("contrast")
	for _, h := range all {
		if h.effect == finds && h.group != negator && h.group != contrast && !p.takenBack(all, h) && !p.denied(all, s, h, negator, contrast) {
			keep = append(keep, h)
		}
	}
	return keep
}

func (p *patterns) takenBack(all []hit, h hit) bool {
	for _, o := range all {
		if o.group == h.group && (o.effect == forgives || o.effect == cancels && o.first <= h.last && h.first <= o.last) {
			return true
		}
	}
	return false
}

// denied says whether a negation stands shortly before a find, in its clause.
func (p *patterns) denied(all []hit, s *tokens, h hit, negator, contrast int) bool {
	if p.groups.even[h.group] || at(all, negator, h.first) {
		return false
	}
	const reach = 3
	for i := h.first; i > 0 && h.first-i < reach && s.list[i].before == noPause; i-- {
		switch {
		case at(all, contrast, i-1):
			return false
		case at(all, negator, i-1):
			return true
		}
	}
	return false
}

// at says whether a group was found at a token.
func at(all []hit, group, token int) bool {
	for _, h := range all {
		if h.group == group && h.first <= token && token <= h.last {
			return true
		}
	}
	return false
}

// holds says whether a group was found.
func (d *draft) holds(group string) bool {
	_, ok := d.firstOf(group)
	return ok
}

func (d *draft) firstOf(group string) (hit, bool) {
	g, ok := d.about.groups.numbers[group]
	if !ok {
		return hit{}, false
	}
	for _, h := range d.hits {
		if h.group == g {
			return h, true
		}
	}
	return hit{}, false
}

func (d *draft) setHit(r Rule, h hit) {
	d.set(r, d.words.list[h.first].start, d.words.list[h.last].end)
}

// findsIn says whether another text holds one of the groups.
func (d *draft) findsIn(text string, groups ...string) bool {
	d.other.cut(text)
	p := loaded()[guessTongue(&d.other)]
	if p == nil {
		p = d.about
	}
	p.know(&d.other)
	for _, h := range p.holding(&d.other, p.find(&d.other, nil), nil) {
		if slices.Contains(groups, p.groups.list[h.group]) {
			return true
		}
	}
	return false
}
