// Package sentiment tells the language of a text and whether it speaks well
// or badly of something, with the words that decided.
package sentiment
