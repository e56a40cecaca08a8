//go:build !sqlite_fts5

package store

// The full-text index needs SQLite's FTS5, which the driver compiles in only
// with this tag. `make run` and `make test` set it; by hand:
// go build -tags sqlite_fts5 .
var _ = build_with_tag_sqlite_fts5__use_make_run_or_go_build_tags_sqlite_fts5
