// Package rules is the screen on which tags are kept in order, rules say what
// happens by itself to new mentions, and muted authors are listed.
//
// Neighbours: the desk does the work; it is reached from the inbox and from
// the settings, and leads back.
//
// Rules: a rule is shown with what it would find before it is stored, and with
// all that it did; everything can be taken back.
package rules
