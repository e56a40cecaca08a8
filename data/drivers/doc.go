// Package drivers finds the words that set a period apart from the one before.
//
// A term is a word or a pair of words that stand together; texts are compared
// by how many carry a term, so that one long text cannot shout. The strength
// is the log-odds ratio with an informative Dirichlet prior, as a z-score
// (Monroe, Colaresi and Quinn, "Fightin' Words", 2008): rare words need more
// evidence than common ones. Texts with the same words count once in it.
//
// Neighbours: data/desk hands in the texts of two periods and looks up the
// examples. The stop words are assets/lexicons/stopwords.*.txt.
//
// Rules: pure, no clock, no randomness; the same texts give the same list. It
// says what people mention more, not why; a term that stands in most texts of
// both periods (the business's own name) is no driver.
package drivers
