// Package sentiment tells the language of a text, whether it speaks well or
// badly of something, what else to sort it by, and the words that decided.
//
// How: the text is cut into words and emoji; words, pairs and pieces of words
// are hashed into a table of int8 weights (assets/sentiment, MODEL.md says
// what it learnt from and how it does), the terms that the lexicons find are
// further inputs, and the sums become calibrated probabilities. Stars of the
// source shift them. Everything a word adds can be told exactly (why.go): the
// model is linear.
//
// Where it fails: irony, whom a word is about, dialect, what is implied but
// not said, and mixed reviews.
//
// A workspace's corrections adapt it (adaptlearn.go): offsets of the labels
// first, then weights of the rows they touch, and only what labels corrections
// that were held back better. Words to watch (watchwords.go) are lists that
// the person may edit; no model decides there.
//
// Neighbours: data/desk labels with it what comes in; train/ learns the model
// from corpus/ and tse/. The Italian and English lexicons were written for
// Vedetta, those of the other four languages are AFINN's (assets/lexicons).
//
// Rules: pure, bounded memory, no allocation for a text, no regular
// expressions, safe for concurrent use.
package sentiment
