package data

// Copies tells how much of some mentions is repetition: retweets and texts
// that were copied and pasted. Each of them is a mention and is counted.
type Copies struct {
	Mentions int // that say the same as another one
	Texts    int // that they repeat
}

// MostCopies is how far the copies that are folded into a row are counted.
const MostCopies = 9999
