// Package nab scores detections as the Numenta Anomaly Benchmark does (Lavin
// and Ahmad, "Evaluating Real-Time Anomaly Detection Algorithms", 2015): the
// first detection within a labelled window counts, the earlier the more; each
// one outside costs, the farther from the window before the more.
// Detections in the first days are ignored. The score is 0 for no detection at
// all and 100 for one at the start of every window, which nobody can reach: the
// windows open about 16 hours before their anomaly. A detector that fires at
// each labelled instant gets 93, a clock every 33 hours 33.
//
// Neighbours: detect is what is scored, in the tests; this package knows
// nothing of it.
//
// testdata holds five of the benchmark's Twitter series with their labels,
// under its MIT licence (LICENSE.txt, SOURCE.txt). They are the five on which
// the settings in spec/detection.md were tuned, so what the detectors score
// here is more than what they would on others.
package nab
