// Package issues is where mentions that belong together are handled together:
// the list of issues and, for the chosen one, its severity, mentions, timeline
// and notes.
//
// Neighbours: data/desk keeps issues and proposes what else belongs to one;
// incidents and inbox make them; inbox shows their mentions one by one.
//
// Rules: the matrix proposes a severity, the person decides, and says why
// where the two differ. Every change can be taken back with the key that takes
// back changes everywhere. Proposals are never added by themselves.
package issues
