// Package drills is the screen on which cases are chosen to practise on, and
// the bar that stands over the window of a drill under way.
//
// presenter.go lists the drills with their facts and the scores of before,
// presenter_bar.go tells the time of the case, shows the injects and ends the
// run; neither knows Fyne. screen.go, detail.go, start.go and line.go show the
// first, bar.go, inject.go and score.go the second.
//
// Neighbours: data/desk runs a drill in a workspace of its own; ui opens a
// second window on it and puts the bar above its screens.
//
// Rules: what is not certain in a case is marked as such wherever it is shown.
package drills
