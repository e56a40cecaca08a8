// Package drill replays a case for practice: it reads drills, makes their
// mentions, tells what time it is in the case and scores what the person did.
//
// A drill is a folder with text files that anybody can write; their form
// stands in assets/drills/README.md. Read checks all of it and tells file and
// line of what is wrong. Generate makes the mentions: the same seed makes the
// same ones. Clock turns hours of the case into minutes. Score compares what
// was done with what the drill expects.
//
// Neighbours: data and assets alone. data/desk runs a drill in a workspace of
// its own and feeds Score with what it finds there.
//
// Rules: pure; no clock but the one that is handed in, no files but those of
// the fs.FS. Facts of a drill carry how sure they are; texts are made up.
package drill
