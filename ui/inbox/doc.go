// Package inbox is the screen on which the person works through the mentions:
// views and tags, the list, one mention in full, and the keys that triage it.
//
// Neighbours: the desk answers and does the work; ui/kit has the widgets; the
// window opens this screen with SetFilter and OpenMention.
//
// Rules: the presenter (presenter*.go) decides and knows no Fyne, the screen
// shows and decides nothing. What the person does is on screen at once and
// taken back if the desk refuses it. Texts of strangers are plain text.
package inbox
