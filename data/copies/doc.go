// Package copies finds mentions that say the same: retweets, also those cut
// off, and texts that were copied and pasted with another greeting, link or
// name.
//
// Neighbours: data/store reads texts, keeps prints and groups; desk wakes it.
// This package is pure.
//
// Rules: whether two mentions are copies depends on the two alone, and a group
// is everything that hangs together by such pairs. So the groups follow from
// the mentions, whatever the order in which they came in. Two texts are
// compared by their pairs of neighbouring words (Near); to find the few texts
// worth comparing, each gets a Print: a SimHash (Charikar, STOC 2002; Manku et
// al., WWW 2007) and a few MinHashes (Broder, SEQUENCES 1997). Manku's distance
// of three bits is for pages of the web: a text of twenty words changes ten of
// its 64 bits when two words change, so here the SimHash only rules out, and
// the words decide. Short texts are copies only when they are the same.
package copies
