// Package incidents is the history of incidents and, for the chosen one, why:
// what the detectors saw, how serious it looks, what drives it.
//
// Neighbours: data/desk lists incidents and finds their drivers; assets makes
// the sentences; inbox shows the mentions behind each part; warning is where
// the person says how to be warned.
//
// Rules: each number can be pressed and opens the mentions it counts. The level
// is a proposal: the person judges, and can take it back. What drives an
// incident takes time to find, so it follows on its own; that of another
// incident is never shown below this one's headline.
package incidents
