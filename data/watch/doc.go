// Package watch tells when an export lies complete in a folder.
//
// Neighbours: data/desk imports what it reports and remembers what it has
// imported; this package knows no workspace.
//
// Rules: a file is reported when it has stopped growing, once for each state
// (size and time of change) it comes to rest in, also those that lie there at
// the start. The folder is looked at anew when the system tells of a change,
// and now and then all the same: shares tell of nothing, and a stick that was
// pulled must be missed. Folders inside are not entered.
package watch
