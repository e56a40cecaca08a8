package assets

import "embed"

// PlaybookFiles holds the built-in playbooks, a file each, by language.
//
//go:embed playbooks
var PlaybookFiles embed.FS

// StatementFiles holds the templates of statements, a file for each language.
//
//go:embed statements/*.txt
var StatementFiles embed.FS
