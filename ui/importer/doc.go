// Package importer is the screen that brings exports in: choosing files, what
// was recognised, the columns, the first rows as they will be stored, the
// check, the import itself, its rejected rows, and undoing it.
//
// Neighbours: the desk reads and stores; ui/kit has the widgets; the window
// hands dropped files to Drop.
//
// Rules: the presenter (presenter*.go) decides and knows no Fyne, the screen
// shows. Nothing is stored before the person has seen what will be. Files are
// worked one after another.
package importer
