// Package data holds Vedetta's words: mentions and what the person does with
// them, filters, periods, totals, errors and events. Every other package
// speaks with these types.
//
// Neighbours: everybody imports data; data imports the standard library only.
//
// Rules: a Mention is evidence and never changes; Triage is the person's work
// and lives beside it. Times are UTC. Sentiment scores run from -1 to 1.
// Absent numbers are the constant Unknown or nil, never a silent zero.
package data
