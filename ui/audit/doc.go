// Package audit is the screen on which the person labels a random sample of
// mentions, to learn how often the automatic labels are wrong.
//
// Neighbours: data/desk draws the sample and keeps the labels; overview and
// reports print the error.
//
// Rules: the model's label is not shown before the person has given theirs,
// nor the source's stars, which would give it away. Keys do everything: 1, 2, 3
// label, arrows go back and on. What was labelled is stored at once, so that
// the person can leave and go on another day.
package audit
