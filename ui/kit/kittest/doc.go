// Package kittest helps to test screens as a person sees them: it finds what is
// in sight and presses buttons by what stands on them.
//
// Neighbours: only tests of packages below ui use it. Rules: what is hidden is
// not found, and what is not there fails the test.
package kittest
