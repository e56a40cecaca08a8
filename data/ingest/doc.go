// Package ingest reads export files: bytes become text, text becomes rows,
// rows become mentions.
//
// Neighbours: data/desk streams files through it; formats knows the known
// exports; nothing here stores or classifies.
//
// Rules: opening a file recognises it and says what was found; a broken line
// is a rejected row, never the end of the file; memory does not grow with a
// table. Mapping is immutable and pure, so that many goroutines can share it.
// Ids are text; ids that a spreadsheet has rounded give way to a content key.
package ingest
