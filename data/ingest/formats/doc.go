// Package formats knows the exports of known tools: by which columns they are
// recognised and what each column fills. One small file for each.
//
// Neighbours: data/ingest reads the bytes and asks here what they mean.
//
// Rules: a format is a declaration; what a declaration cannot say is a small
// pure function beside it. A new format is a new file, a line in All, a name in
// both languages and a sample of invented rows in data/ingest/testdata/formats.
// Kinds of JSON are declared by paths (documents), tables without a header by
// what their first records look like (Headless).
// Column names are compared folded (Fold), so case, accents and punctuation
// do not matter. Header facts come from spec/formats.md.
package formats
