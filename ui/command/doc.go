// Package command is the command line: the same desk, in text.
//
// Neighbours: main calls Run and gives it what needs a window; data/desk does
// the work, charts/report writes the PDF, assets has the sentences.
//
// Rules: what a command prints goes to standard output, in the language of
// --lang, or as JSON with stable English keys; progress and errors go to
// standard error. Exit codes: 0 done, 1 failed, 2 wrong use.
package command
