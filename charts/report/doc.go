// Package report makes the printed report of a period: the pages as a PDF of
// vectors and selectable text, and the same pages as pictures for the screen.
//
// Neighbours: the model is data.Report, the sentences come from assets, the
// drawing of sentiment over time from charts.
//
// Rules: there is one layout. It puts boxes, lines of text and charts on
// sheets, in points from the top left corner; a PDF and a picture are two ways
// of playing the same sheets. Text from strangers passes typesetter.clean, so
// that no character can fail a report. Authors are shown by their initials. A
// number that is not known is a dash.
package report
