// Package importer is the screen that brings mentions in: a queue of files,
// archives and folders, what was recognised of each, its columns and doubts,
// the check, the import itself, its rejected rows; pasted rows, typed mentions,
// the watched folder, the history and undoing.
//
// Neighbours: the desk reads and stores; ui/kit has the widgets; the window
// hands dropped files to Drop and pasted rows to Paste.
//
// Rules: the presenter (presenter*.go) decides and knows no Fyne, the screen
// shows. Nothing is stored before the person has seen what will be, but for
// files that are sure. One file is imported at a time.
package importer
