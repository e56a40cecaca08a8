// Package reports is the screen that prints: period, sources, language and
// paper, the pages as they will come out, and saving, opening and printing
// them.
//
// Neighbours: the desk gathers the numbers, charts/report draws the pages,
// ui/kit has the widgets.
//
// Rules: the presenter (presenter*.go) decides and knows no Fyne, the screen
// shows. The preview and the PDF are drawn from the same model, so what is
// seen is what is printed. A file name is only ever an argument, never a part
// of a command line.
package reports
