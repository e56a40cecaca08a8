package data

// Template is a reusable text with variables for replies.
type Template struct {
	Key       string // stable; of built-in ones "it.apology.wait.lei"
	Situation string
	Name      string // in the language of the template
	Lang      string // ISO 639-1: "it" or "en"
	Formal    bool   // Lei; false for tu and where a language makes no difference
	Body      string
	BuiltIn   bool // came with the program
	Changed   bool // the person worded a built-in one anew
	Hidden    bool // not to be offered
}

// What a template answers. The keys are stored in the workspace.
const (
	SituationApology      = "apology"
	SituationDelay        = "delay"
	SituationRefund       = "refund"
	SituationFault        = "product_fault"
	SituationStaff        = "staff"
	SituationHygiene      = "hygiene"
	SituationSafety       = "safety"
	SituationWait         = "wait_for_facts"
	SituationWrong        = "misinformation"
	SituationQuestion     = "question"
	SituationPrice        = "price"
	SituationAccess       = "access"
	SituationPrivacy      = "privacy"
	SituationOutOfScope   = "out_of_scope"
	SituationMovedPrivate = "moved_private"
	SituationClosing      = "closing"
	SituationThanks       = "thanks"
)

// Situations lists every situation in the order in which they are shown.
var Situations = [...]string{
	SituationApology, SituationDelay, SituationRefund, SituationFault, SituationStaff, SituationHygiene,
	SituationSafety, SituationWait, SituationWrong, SituationQuestion, SituationPrice, SituationAccess, SituationPrivacy,
	SituationOutOfScope, SituationMovedPrivate, SituationClosing, SituationThanks,
}

// Filled is a template with its variables replaced.
type Filled struct {
	Text    string
	Unknown []string // variables that nobody knows, as they are written; they stay in the text
	Missing []string // variables without a value, by their English name; the text has Placeholder instead
}

// Placeholder stands in a filled text where the person has to write something.
const Placeholder = "[…]"

// TextSize is how long a text is for the source where it is to be published.
type TextSize struct {
	Used, Max                int // as the source counts; Max is 0 where no limit is known
	Links, Hashtags, Handles int
	Over                     bool // longer than the source takes
	Problems                 []TextProblem
}

// TextProblem is why a source would not take a text, or not show it as it was
// meant.
type TextProblem string

// The problems.
const (
	TextTooLong      TextProblem = "long"
	TextManyHashtags TextProblem = "hashtags"
	TextDeadLinks    TextProblem = "links" // addresses are shown, but cannot be opened
	TextUnfilled     TextProblem = "unfilled"
)
