// Package settings is the screen for the few things to choose: the name of
// the business, its time zone, what holds for imports to come, language and
// colours of the window.
//
// Neighbours: the window shows it and changes language and colours at once;
// name and zone are stored in the workspace by data/desk.
//
// Rules: a choice is stored when it is made; there is no button to confirm.
package settings
