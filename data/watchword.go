package data

// WatchGroup is what a word to watch is about.
type WatchGroup string

// WatchGroups are the groups of words to watch. Of the first six one mention
// is enough to look at once; the last two are for sorting.
var WatchGroups = [...]WatchGroup{"health", "law", "dignity", "safety", "boycott", "data", "anger", "offence"}

// Watched is a word to watch as it stands in a text.
type Watched struct {
	Group WatchGroup
	Text  string
}

// WatchSet is a set of groups, a bit each in the order of WatchGroups.
type WatchSet uint8

// With adds a group.
func (s WatchSet) With(g WatchGroup) WatchSet {
	for i, group := range WatchGroups {
		if group == g {
			s |= 1 << i
		}
	}
	return s
}

// Groups lists the groups of the set, in their order.
func (s WatchSet) Groups() (groups []WatchGroup) {
	for i, g := range WatchGroups {
		if s&(1<<i) != 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// RiskGroups are the groups of which one mention is enough.
const RiskGroups WatchSet = 1<<6 - 1

// Risks lists the groups of the set of which one mention is enough.
func (s WatchSet) Risks() []WatchGroup { return (s & RiskGroups).Groups() }
