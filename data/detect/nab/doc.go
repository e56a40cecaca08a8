// Package nab scores detections as the Numenta Anomaly Benchmark does (Lavin
// and Ahmad, "Evaluating Real-Time Anomaly Detection Algorithms", 2015): the
// first detection within a labelled window counts, the earlier the more; each
// one outside costs, the farther from the window before the more.
//
// testdata holds five of the benchmark's Twitter series with their labels,
// under its MIT licence (LICENSE.txt, SOURCE.txt). They are for measuring; no
// setting of the detectors was chosen on them beyond those of
// spec/detection.md.
package nab
