package crisis

import "slices"

// Rule names what a remark is about.
type Rule string

// The rules that praise, then those that warn.
const (
	RuleApologises     Rule = "apologises"
	RuleResponsibility Rule = "responsibility"
	RuleConcern        Rule = "concern"
	RuleThanks         Rule = "thanks"
	RuleNextStep       Rule = "next_step"
	RuleUpdateTime     Rule = "update_time"
	RuleContact        Rule = "contact"
	RuleNoExcuses      Rule = "no_excuses"

	RuleUnfilled      Rule = "unfilled"
	RulePersonalData  Rule = "personal_data"
	RuleBargain       Rule = "bargain"
	RuleContradiction Rule = "contradiction"
	RuleOpenClaim     Rule = "open_claim"
	RuleHarshInternal Rule = "harsh_internal"
	RuleAttack        Rule = "attack"
	RuleBlame         Rule = "blame"
	RuleExcuse        Rule = "excuse"
	RuleConditional   Rule = "conditional_apology"
	RuleWrongAct      Rule = "wrong_act"
	RuleNoComment     Rule = "no_comment"
	RuleNoConcern     Rule = "no_concern"
	RuleNoAction      Rule = "no_action"
	RuleNoUpdateTime  Rule = "no_update_time"
	RuleOverpromise   Rule = "overpromise"
	RuleCanned        Rule = "canned"
	RuleShouting      Rule = "shouting"
	RuleMixedForm     Rule = "mixed_form"
	RuleWrongLanguage Rule = "wrong_language"
	RuleTooLong       Rule = "too_long"
)

// Rules are all rules in the order of remarks.
var Rules = []Rule{
	RuleApologises, RuleResponsibility, RuleConcern, RuleThanks, RuleNextStep, RuleUpdateTime, RuleContact, RuleNoExcuses,
	RuleUnfilled, RulePersonalData, RuleBargain, RuleContradiction, RuleOpenClaim, RuleHarshInternal, RuleAttack, RuleBlame,
	RuleExcuse, RuleConditional, RuleWrongAct, RuleNoComment, RuleNoConcern, RuleNoAction, RuleNoUpdateTime,
	RuleOverpromise, RuleCanned, RuleShouting, RuleMixedForm, RuleWrongLanguage, RuleTooLong,
}

const (
	rules        = 29
	firstWarning = 8
)

var numbers = func() map[Rule]int {
	m := map[Rule]int{}
	for n, r := range Rules {
		m[r] = n
	}
	return m
}()

func (r Rule) number() int { return numbers[r] }

// Good says whether a rule praises.
func (r Rule) Good() bool { return slices.Contains(Rules[:firstWarning], r) }
