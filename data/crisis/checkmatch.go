package crisis

import "slices"

// hit is a place where a pattern of a group was found: tokens first to last.
type hit struct {
	group       int
	effect      effect
	first, last int
}

// know looks up what the lists know of every token.
func (p *patterns) know(s *tokens) {
	s.atoms = s.atoms[:0]
	for i := range s.list {
		t := &s.list[i]
		form := s.norm[t.lo:t.hi]
		t.atoms = len(s.atoms)
		if id, ok := p.words[string(form)]; ok {
			s.atoms = append(s.atoms, id)
		}
		if len(form) > 0 && form[0] >= '0' && form[0] <= '9' {
			if id, ok := p.words[anyNumber]; ok {
				s.atoms = append(s.atoms, id)
			}
		}
		for n := p.headLens[0]; n <= min(p.headLens[1], len(form)); n++ {
			if id, ok := p.heads[string(form[:n])]; ok {
				s.atoms = append(s.atoms, id)
			}
		}
		for n := p.tailLens[0]; n <= min(p.tailLens[1], len(form)); n++ {
			if id, ok := p.tails[string(form[len(form)-n:])]; ok {
				s.atoms = append(s.atoms, id)
			}
		}
		t.atomsTo = len(s.atoms)
	}
}

// find adds all that the patterns find in s to hits.
func (p *patterns) find(s *tokens, hits []hit) []hit {
	for i := range s.list {
		t := &s.list[i]
		for _, atom := range s.atoms[t.atoms:t.atomsTo] {
			if int(atom) >= len(p.byFirst) {
				continue
			}
			for _, number := range p.byFirst[atom] {
				one := &p.list[number]
				if end := p.run(s, one.start, i, i); end > i {
					hits = append(hits, hit{one.group, one.effect, i, end - 1})
				}
			}
		}
	}
	return hits
}

// run gives the token after the match of the pattern at pc, begun at token
// from and come to token at; -1 when there is none.
func (p *patterns) run(s *tokens, pc int32, from, at int) int {
	for {
		o := &p.ops[pc]
		switch o.kind {
		case opMatch:
			return at
		case opFirst:
			if at < len(s.list) && s.list[at].before != stop {
				return -1
			}
		case opLast:
			if at < len(s.list) && s.list[at].before != stop {
				return -1
			}
		case opJump:
			pc = o.to[0]
			continue
		case opSplit:
			for _, to := range o.to {
				if end := p.run(s, to, from, at); end >= 0 {
					return end
				}
			}
			return -1
		case opGap:
			return p.gap(s, pc, from, at)
		case opWord:
			if at >= len(s.list) || at > from && s.list[at].before == stop || !s.isOne(at, o.set) {
				return -1
			}
			at++
		}
		pc++
	}
}

// gap passes over as few words of the same sentence as it can.
func (p *patterns) gap(s *tokens, pc int32, from, at int) int {
	for k := 0; k <= p.ops[pc].n && at+k <= len(s.list); k++ {
		if k > 0 && s.list[at+k-1].before == stop {
			break
		}
		if end := p.run(s, pc+1, from, at+k); end >= 0 {
			return end
		}
	}
	return -1
}

func (s *tokens) isOne(at int, set []int32) bool {
	t := &s.list[at]
	for _, atom := range s.atoms[t.atoms:t.atomsTo] {
		if len(set) <= 8 {
			if slices.Contains(set, atom) {
				return true
			}
		} else if _, ok := slices.BinarySearch(set, atom); ok {
			return true
		}
	}
	return false
}
