// Package detect finds trouble in mentions: counts that exceed what is usual,
// negative shares, words to watch, mentions that spread; and joins the alarms
// to incidents. It is pure: mentions in order of time go in, incidents come
// out, and nothing else matters, neither the clock nor the order of imports.
//
// Watch runs everything over a workspace's streams; a restored State goes on
// bit for bit. Series runs the detectors over a bare series of counts. The
// rest is a file for each detector. The formulas and why they were chosen
// stand in spec/detection.md and spec/crisis.md; nab scores Surge on a public
// benchmark, simulate makes small brands to measure the others on.
//
// Times are hours since 1970 in UTC within, time.Time outside. A day is a local
// day of the setup's zone. Each hour costs the same whatever it holds. What a
// stream learns is decayed, so that it forgets in weeks; days without data
// teach nothing.
package detect
