// Package hours counts business hours: when something is due that may take so
// many of them, and how many lie between two moments. Opening hours are local
// times of a zone, with public holidays and closing days of one's own.
//
// It is pure and knows nothing of mentions. A day that changes its clock has
// the hours that the clock shows: 09:00 to 17:00 are eight hours all year.
package hours
