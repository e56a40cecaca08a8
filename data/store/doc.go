// Package store keeps a workspace in one SQLite file.
//
// Neighbours: data/desk calls it; it is the only importer of database/sql and
// the SQLite driver, and turns their errors into data.Error.
//
// Rules: two handles on one WAL file, a single writer that takes its lock at
// the beginning of a transaction and a read-only pool; pragmas stand in the
// DSN so that every connection has them. A public method is one transaction;
// helpers that take a *sql.Tx combine. Mentions are clustered by time through
// their id (data.ID); lists page by id, never by OFFSET. The hourly and daily
// counts, the triage projection (mentions.status, mentions.label) and the
// evidence change in the same transaction. One file per subject; the one
// compiler from data.Filter to SQL is filter.go.
package store
