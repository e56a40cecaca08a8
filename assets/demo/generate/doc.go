// Command generate writes the demo exports of Forno Aurora, a bakery in Torino
// that does not exist: about 3,000 mentions over 90 days in five export
// formats, with a crisis that starts on 14 October 2026 at 16:20.
//
// Run it at the top of the repository: go run ./assets/demo/generate. It writes
// assets/demo/files, and a test compares those with what it would write.
//
// Neighbours: nobody imports it; it imports the standard library only. The
// program embeds the files, not the generator.
//
// Rules: the same bytes on each run (a fixed seed, no clock, no map order).
// Every text is put together from the phrases of phrases/*.txt. People, media
// and addresses are made up.
package main
