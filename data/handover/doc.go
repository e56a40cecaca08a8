// Package handover writes what is handed to somebody who takes a crisis over:
// plain texts, a page that any browser opens, and the archive of them all.
//
// Neighbours: data/desk fills in a data.CrisisFile and brings what others
// write (PDF, log, table of mentions); the sentences come from assets.
//
// Rules: nothing here reads a workspace. The page has no scripts and loads
// nothing; all that somebody wrote passes html/template. Unless the person
// chose otherwise a Masker goes over everything first, so that no author of a
// mention is named in any of the files.
package handover
