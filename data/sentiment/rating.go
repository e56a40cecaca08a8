package sentiment

import "math"

// starOdds are, for one to five stars, how much more often a review with them
// is negative, neutral and positive, as logarithms. Reviewers press the wrong
// end of the scale now and then, so that a text which says the contrary with
// force still wins.
var starOdds = [5][labels]float32{
	{2.6, 0, -2.2},
	{2.0, 0.4, -1.4},
	{0.4, 1.3, 0.1},
	{-1.4, 0.3, 1.5},
	{-2.2, -0.2, 2.4},
}

// rate adds what the stars say to the logits; between two whole numbers of
// stars the odds are between theirs.
func rate(logits *[labels]float32, stars float64) {
	if !(stars > 0) {
		return
	}
	at := min(max(stars, 1), 5) - 1
	low := int(math.Floor(at))
	high := min(low+1, len(starOdds)-1)
	part := float32(at - float64(low))
	for l := range logits {
		logits[l] += (1-part)*starOdds[low][l] + part*starOdds[high][l]
	}
}
