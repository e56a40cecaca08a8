package crisis

// apology takes back the praise for an apology that is a conditional one.
func (d *draft) apology() {
	if !d.has(RuleConditional) {
		return
	}
	d.drop(RuleApologises)
	conditional := d.about.groups.numbers[string(RuleConditional)]
	praise := d.about.groups.numbers[string(RuleApologises)]
	for _, h := range d.hits {
		if h.group == praise && !at(d.hits, conditional, h.first) && !at(d.hits, conditional, h.last) {
			d.setHit(RuleApologises, h)
		}
	}
}

// wrongAct finds an apology for the trouble where somebody came to harm.
func (d *draft) wrongAct() {
	small, ok := d.firstOf("small_act")
	if ok && (d.holds("harm") || d.c.Mention != "" && d.findsIn(d.c.Mention, "harm")) {
		d.setHit(RuleWrongAct, small)
	}
}

// internal weighs words by who reads them: what is harsh inside is an attack
// outside, and what is said to colleagues is neither reply nor comment.
func (d *draft) internal() {
	if d.c.Kind != KindInternal {
		d.drop(RuleHarshInternal)
		return
	}
	if at := d.found[RuleAttack.number()]; at.set {
		d.set(RuleHarshInternal, at.from, at.to)
	}
	for _, r := range []Rule{RuleAttack, RuleNoComment, RuleConditional, RuleWrongAct, RuleOverpromise} {
		d.drop(r)
	}
}

// calm drops excuses and blame where nobody complained: there it is a notice.
func (d *draft) calm() {
	if d.c.Kind == KindReply && !d.c.Complaint && d.c.Mention != "" {
		d.drop(RuleExcuse)
		d.drop(RuleBlame)
	}
}

// bargain finds a favour and a change of the review in one text.
func (d *draft) bargain() {
	if d.c.Kind == KindInternal {
		d.drop(RuleBargain)
		return
	}
	if change, ok := d.firstOf("review_change"); ok && d.holds("favour") {
		d.setHit(RuleBargain, change)
	}
}

// forms finds "tu" and "Lei" for the same person.
func (d *draft) forms() {
	if d.about != loaded()["it"] || d.c.Kind == KindInternal {
		return
	}
	tu, familiar := d.firstOf("tu")
	lei, formal := d.firstOf("lei")
	switch {
	case !familiar || !formal:
	case tu.first > lei.first:
		d.setHit(RuleMixedForm, tu)
	default:
		d.setHit(RuleMixedForm, lei)
	}
}

// language compares the draft's language to the one it answers.
func (d *draft) language() {
	if d.c.Kind != KindReply || d.tongue == "" {
		return
	}
	asked := d.c.MentionLang
	if len(asked) > 2 {
		asked = asked[:2]
	}
	if asked == "" && d.c.Mention != "" {
		d.other.cut(d.c.Mention)
		asked = guessTongue(&d.other)
	}
	if asked == "" || asked == d.tongue || len(asked) < 2 || writes(&d.words, asked) {
		return
	}
	d.set(RuleWrongLanguage, 0, len(d.text))
}

// consistency holds the draft against what was published before: who has
// apologised does not deny afterwards.
func (d *draft) consistency() {
	where, ok := d.turning()
	if !ok {
		return
	}
	for _, e := range d.c.Earlier {
		if d.findsIn(e.Text, string(RuleApologises), string(RuleResponsibility)) {
			d.set(RuleContradiction, where.from, where.to)
			return
		}
	}
}

// turning is where the draft denies, excuses or blames.
func (d *draft) turning() (span, bool) {
	if h, ok := d.firstOf("denial"); ok {
		return span{d.words.list[h.first].start, d.words.list[h.last].end, true}, true
	}
	for _, r := range []Rule{RuleBlame, RuleExcuse, RuleAttack, RuleHarshInternal} {
		if d.has(r) {
			return d.found[r.number()], true
		}
	}
	return span{}, false
}
