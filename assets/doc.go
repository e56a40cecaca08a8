// Package assets carries everything that ships inside the program: fonts,
// icons, lexicons, demo data and the sentences of both languages.
//
// Neighbours: any package may import assets; assets imports data alone, for
// labels and errors.
//
// Rules: every sentence a person reads stands in
// translations/<subject>.<lang>.json under a stable key; a test compares the
// languages. Licences of what is embedded lie beside it.
package assets
