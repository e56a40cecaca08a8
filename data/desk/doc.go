// Package desk is everything a person can do in Vedetta, a small file for
// each subject: look at the overview, go through the inbox, import and undo,
// make reports. It joins the pure packages with the store.
//
// Neighbours: the screens, the command line and the tests call it; it calls
// store, ingest, sentiment, drivers, copies and job. It is the only door from ui to
// data.
//
// Rules: methods may be called from any goroutine but the UI's (they wait for
// the disk), take copies and stop when their context is done. A change is one
// transaction, then an event. Every number comes from store.Groups with the
// same filter, so screen, command line and report agree.
package desk
