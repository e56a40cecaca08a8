// Package warning is the screen on which the person says how they want to be
// warned, and sees what that would have done: sensitivity, rules of their own,
// topics, and days on which more than usual is expected.
//
// Neighbours: data/desk keeps all of it and tries sensitivities and rules on
// the stored history; dates and bars lead on to the inbox.
//
// Rules: what is chosen is stored at once, and what is deleted can be taken
// back. A trial changes nothing; its answer is shown with the stretch of
// history it rests on, says so when mentions have changed since, and goes away
// when what it tried is no longer what is set.
package warning
