// Package ui is the window: the rail with the screens, the way from one to
// another, shortcuts, dropped files, first start, language and colours.
//
// Neighbours: package main opens it on a desk; each screen has a package of
// its own below this one and knows neither the window nor other screens; they
// meet here. ui/command is the same program without a window.
//
// Rules: content is on screen before any data is read. A screen begins to
// load when it is first shown and is never blocked. Where one screen leads on
// to another, the window passes a filter along, nothing else.
package ui
