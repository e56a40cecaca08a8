package assets

import _ "embed"

// FontEmoji holds the outlines of emoji for charts and PDF, in one colour
// (Noto Emoji, SIL Open Font License). The window has Fyne's own.
//
//go:embed fonts/NotoEmoji-Regular.ttf
var FontEmoji []byte
