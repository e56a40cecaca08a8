// Package overview is the screen that answers "is today normal, and if not,
// what is it about".
//
// Neighbours: the window shows it; it asks data/desk for numbers and charts
// for the drawing, and hands the person on to the inbox by callbacks.
//
// Rules: presenter*.go decides and knows no Fyne; the other files show.
// Numbers come first, the words that drive a period follow. Old content stays
// until new content is there.
package overview
