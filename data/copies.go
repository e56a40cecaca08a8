package data

// Copies tells how much of some mentions is repetition: retweets and texts
// that were copied and pasted. Each of them is a mention and is counted.
type Copies struct {
	Mentions int // that say the same as another one
	Texts    int // that they repeat
}

// Much tells whether repetition is worth a word: more than one in twenty of
// some mentions could be left out and nothing would be unsaid.
func (c Copies) Much(mentions int) bool { return 20*(c.Mentions-c.Texts) > mentions }

// MostCopies is how far the copies that are folded into a row are counted.
const MostCopies = 9999
