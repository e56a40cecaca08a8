package crisis

import "strings"

const mostHoldingWords = 60

// missing notes what the kind of draft wants and does not have.
func (d *draft) missing() {
	hurt := d.c.Complaint && d.c.Kind != KindInternal
	if hurt && d.c.Kind == KindReply {
		d.cold()
	}
	if hurt || d.c.Kind == KindHolding || d.c.Kind == KindApology {
		if !d.has(RuleConcern) && !d.has(RuleConditional) && !d.has(RuleResponsibility) {
			d.lack(RuleNoConcern)
		}
		if !d.has(RuleCanned) && !d.acts() {
			d.lack(RuleNoAction)
		}
	}
	if d.c.Kind == KindHolding && !d.has(RuleUpdateTime) {
		d.lack(RuleNoUpdateTime)
	}
	if d.c.Kind == KindReply && !d.c.Complaint {
		d.drop(RuleUpdateTime)
	}
	clean := !d.has(RuleExcuse) && !d.has(RuleBlame) && !d.has(RuleAttack) && !d.has(RuleConditional)
	if hurt && clean && !d.has(RuleNoConcern) {
		d.lack(RuleNoExcuses)
	}
}

// cold guesses at what no list knows: who answers a complaint with nothing but
// what the customer did blames, who takes an apology back and leaves it there
// excuses.
func (d *draft) cold() {
	for _, r := range []Rule{RuleBlame, RuleExcuse, RuleAttack, RuleNoComment, RuleConditional, RuleWrongAct, RuleCanned, RuleWrongLanguage} {
		if d.has(r) {
			return
		}
	}
	if d.acts() {
		return
	}
	if h, ok := d.firstOf("you_did"); ok && !d.has(RuleConcern) && !d.has(RuleResponsibility) {
		d.setHit(RuleBlame, h)
	} else if h, ok := d.firstOf("sorry_but"); ok {
		d.setHit(RuleExcuse, h)
	}
}

// actions are the groups that tell of something being done; the weak ones may
// tell of the customer's doing too.
var (
	actions     = []string{string(RuleNextStep), string(RuleContact)}
	weakActions = []string{"action", "active"}
)

// acts says whether something is done about it; a threat is no remedy.
func (d *draft) acts() bool {
	for from := 0; from < len(d.words.list); {
		to := d.sentence(from)
		if !d.anyWithin([]string{string(RuleAttack)}, from, to) {
			blames := d.anyWithin([]string{string(RuleBlame)}, from, to)
			if d.anyWithin(actions, from, to) || !blames && d.anyWithin(weakActions, from, to) {
				return true
			}
		}
		from = to
	}
	return false
}

// anyWithin says whether one of the groups was found to begin between two
// tokens.
func (d *draft) anyWithin(groups []string, from, to int) bool {
	for _, name := range groups {
		g := d.about.groups.numbers[name]
		for _, h := range d.hits {
			if h.group == g && from <= h.first && h.first < to {
				return true
			}
		}
	}
	return false
}

// length finds holding statements that nobody reads to the end.
func (d *draft) length() {
	if d.c.Kind != KindHolding {
		return
	}
	words, at := 0, 0
	for piece := range strings.FieldsSeq(d.text) {
		at += strings.Index(d.text[at:], piece)
		if strings.ContainsFunc(piece, isWordRune) {
			words++
		}
		if words > mostHoldingWords {
			d.set(RuleTooLong, at, len(d.text))
			return
		}
		at += len(piece)
	}
}

// canned finds drafts of which every sentence is a formula of the trade.
func (d *draft) canned() {
	first, ok := d.firstOf("ticket")
	if !ok || d.c.Kind == KindInternal {
		return
	}
	for from := 0; from < len(d.words.list); {
		to := d.sentence(from)
		if d.ownWords(from, to) > mostOwnWords {
			return
		}
		from = to
	}
	d.setHit(RuleCanned, first)
}

// sentence gives the token after the sentence that begins at token from.
func (d *draft) sentence(from int) int {
	to := from + 1
	for to < len(d.words.list) && d.words.list[to].before != stop {
		to++
	}
	return to
}

// mostOwnWords may stand in a sentence beside its formulas.
const mostOwnWords = 7

// ownWords counts the words from one token to another that no formula covers.
func (d *draft) ownWords(from, to int) (n int) {
	ticket, formula := d.about.groups.numbers["ticket"], d.about.groups.numbers["formula"]
	for i := from; i < to; i++ {
		if !at(d.hits, ticket, i) && !at(d.hits, formula, i) {
			n++
		}
	}
	return n
}
