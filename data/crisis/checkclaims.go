package crisis

import "slices"

// openClaims finds sentences that tell a claim as a fact which is none, or not
// yet one.
func (d *draft) openClaims() {
	for _, c := range d.c.Claims {
		if c.State == "confirmed" || c.State == "" {
			continue
		}
		d.other.cut(c.Text)
		for from := 0; from < len(d.words.list); {
			to := d.sentence(from)
			if d.tells(from, to) && !d.hedged(from, to) {
				d.set(RuleOpenClaim, d.words.list[from].start, d.words.list[to-1].end)
			}
			from = to
		}
	}
}

// tells says whether most words of weight of the other text stand between two
// tokens.
func (d *draft) tells(from, to int) bool {
	const mostOf, outOf = 3, 5
	weighty, met := 0, 0
	for i := range d.other.list {
		form := d.other.form(i)
		if !weighs(form) {
			continue
		}
		weighty++
		for k := from; k < to; k++ {
			if sameStem(form, d.words.form(k)) {
				met++
				break
			}
		}
	}
	return weighty > 0 && met*outOf >= weighty*mostOf
}

// weighs says whether a word is more than grammar.
func weighs(form []byte) bool {
	if len(form) == 0 {
		return false
	}
	if form[0] >= '0' && form[0] <= '9' {
		return true
	}
	return len(form) > 3 && tongueWords()[string(form)] == 0
}

// sameStem compares words without their endings.
func sameStem(a, b []byte) bool {
	const ending = 2
	n := max(min(len(a), len(b))-ending, min(4, len(a), len(b)))
	return len(a) >= n && len(b) >= n && slices.Equal(a[:n], b[:n]) && max(len(a), len(b))-n <= ending+3
}

// hedged says whether a sentence denies or doubts what it tells, or asks.
func (d *draft) hedged(from, to int) bool {
	last := d.words.list[to-1].end
	for i := last; i < len(d.text) && i < last+3; i++ {
		if d.text[i] == '?' {
			return true
		}
	}
	for _, group := range []string{"doubt", "denial", "negator"} {
		g := d.about.groups.numbers[group]
		for i := from; i < to; i++ {
			if at(d.hits, g, i) || at(d.raw, g, i) {
				return true
			}
		}
	}
	return false
}
