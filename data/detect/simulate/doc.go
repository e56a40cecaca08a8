// Package simulate makes up the mentions of a small brand, hour by hour, with
// or without a crisis, to measure detectors on (spec/detection.md 3): days vary
// as a gamma distribution around the pattern of the week, hours follow a day
// with near-empty nights, the negative share varies from day to day as a beta
// distribution. Labels can be wrong at random.
//
// It knows nothing of the detectors. The same seed gives the same mentions.
package simulate
