// Command train learns the model of data/sentiment and writes its file and
// its card:
//
//	go run -tags sqlite_fts5 ./data/sentiment/train
//
// It reads labelled texts (label<TAB>language<TAB>text[<TAB>marks]; labels are
// negative, neutral, positive or 0, 1, 2), learns three labels, complaints
// and the language, measures the packed model on
// the validation texts, and writes assets/sentiment. The same texts and seed
// give the same bytes.
//
// How: multinomial logistic regression by AdaGrad over hashed words, pairs and
// pieces of words (data/sentiment), features scaled by how unequally the
// classes have them (Wang & Manning 2012, "Baselines and Bigrams"), four runs
// averaged. A tenth of the texts is first held back to fit one temperature for
// each language; then all are learnt.
//
// Rules: only texts whose licence lets us ship what was learnt from them go
// into the shipped model (sets.go says which and why); --research learns a
// second model from a folder of others, to compare, and writes nothing.
package main
