// Package overview is the screen that tells at one look whether today is
// normal: what is going on, what happened while the program was closed, key
// figures against the period before, sentiment over time, the words that drive
// it, and what to answer first.
//
// Neighbours: the desk counts; charts draws; ui/kit has the widgets; the
// window leads on to inbox and import.
//
// Rules: the presenter (presenter*.go) decides and knows no Fyne, the screen
// shows and decides nothing. What is on screen stays until newer numbers are
// there. Every figure can explain itself with its formula.
package overview
