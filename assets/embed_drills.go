package assets

import "embed"

// Drills holds the built-in drills, a folder for each.
//
//go:embed drills
var Drills embed.FS
