// Package sheets reads workbooks (XLSX, ODS, XLS) row by row, as text.
//
// Neighbours: data/ingest turns the rows into mentions as it does those of
// delimited text; nothing here knows what a column means.
//
// Rules: rows stream, memory grows with the shared strings of an XLSX and with
// an XLS, which has 65,536 rows at most; every size that a file states is bounded before it is believed. A cell is
// what a person sees in it, with three exceptions: dates are ISO (local, no
// zone), numbers have all their digits, and a cell that says no more than
// "Link" is the address it leads to. excelize needs 8.5 s for 100,000 rows of
// 14 columns and does not tell a cell's date format or address while it
// streams; that is why the reader is our own.
package sheets
