// Package crisis is the crisis room: where a crisis is declared, worked
// through by its playbook, watched, answered in public, written down and, when
// it is over, closed.
//
// Neighbours: data/desk keeps crises and knows the theory; issues, incidents
// and the overview lead here; inbox answers the mentions one by one.
//
// Rules: the theory proposes type, playbook and strategies, the person
// decides. Everything that happens is written to the log, which only grows.
// Clocks run on the screen; nothing is loaded again for a second that passes.
package crisis
