// Package ingest reads export files: bytes become text, text becomes rows,
// rows become mentions.
//
// The way of a file: input and archive find the bytes; encoding, cut, scanner
// and dialect make cells of text, workbook and sheets of workbooks, json of
// documents, feed of feeds; recognise finds header and format, guess what the
// columns of an unknown table hold; Mapping makes mentions, with dates and
// values read by files of those names.
//
// Neighbours: data/desk streams files through it; formats knows the known
// exports; nothing here stores or classifies.
//
// Rules: opening a file recognises it and says what was found; a broken line
// is a rejected row, never the end of the file; memory does not grow with a
// table. Mapping is immutable and pure, so that many goroutines can share it.
// Ids are text; ids that a spreadsheet has rounded give way to a content key,
// and an address that names the mention gives it its network's own id.
package ingest
