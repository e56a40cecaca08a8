// Package kit holds what all screens share: theme, dispatcher and widgets.
//
// Neighbours: the screens and package ui build with it; it imports data (for
// labels and rows), assets (words, fonts), charts (palettes) and Fyne.
//
// Rules: colours come by name from the theme and are read again at each
// Refresh, so that the theme can change while the window is open. Widgets get
// finished sentences and decide nothing. Texts of strangers pass through
// Plain. The Dispatcher is the only place in ui with a go statement or
// fyne.Do.
package kit
