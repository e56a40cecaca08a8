package assets

import "embed"

// CheckLists holds what the tone checker of data/crisis listens for.
//
//go:embed check/*.txt
var CheckLists embed.FS
