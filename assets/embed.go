package assets

import "embed"

// Files of the program, by folder.
var (
	//go:embed translations/*.json
	translations embed.FS

	// Demo holds the exports of the demo bakery.
	//go:embed demo/files
	Demo embed.FS

	// Lexicons holds the word lists of the sentiment classifier.
	//go:embed all:lexicons
	Lexicons embed.FS

	// SentimentModel is the file that data/sentiment/train writes.
	//go:embed sentiment/weights.bin
	SentimentModel []byte

	// Icons holds the app's icons as SVG.
	//go:embed all:icons
	Icons embed.FS
)

// The typeface of window, charts and PDF (Inter, SIL Open Font License).
var (
	//go:embed fonts/Inter-Regular.ttf
	FontRegular []byte
	//go:embed fonts/Inter-SemiBold.ttf
	FontSemiBold []byte
	//go:embed fonts/Inter-Bold.ttf
	FontBold []byte
)
