package ingest

import (
	"sort"
	"time"
)

const secondsOfDay = 86400

// clockChange is a moment from which a zone's clocks show another time. It is
// kept as clocks show it, so that a local time finds its offset by comparing.
type clockChange struct {
	from   int64 // local second since 1970 from which offset holds
	offset int64 // seconds east of UTC
}

// clockChanges are the changes of a zone in the years that dates lie in.
//
// A change takes hold at the later of the two local times that its moment
// has. So a time that clocks skip in spring is read with the offset before
// (02:30 becomes 03:30, moved forward by the gap), and of a time that comes
// twice in autumn the first is taken.
func clockChanges(zone *time.Location) (changes []clockChange) {
	t := time.Date(firstYear, 1, 1, 0, 0, 0, 0, time.UTC).In(zone)
	_, before := t.Zone()
	changes = append(changes, clockChange{offset: int64(before)})
	for {
		_, next := t.ZoneBounds()
		if next.IsZero() || next.Year() > lastYear {
			return changes
		}
		if !next.After(t) { // the library stands still at the end of some leap years
			next = t.Add(secondsOfDay * time.Second)
		}
		t = next
		if _, after := t.Zone(); after != before {
			changes = append(changes, clockChange{from: t.Unix() + int64(max(before, after)), offset: int64(after)})
			before = after
		}
	}
}

// offsetAt is a zone's offset at a local time.
func offsetAt(changes []clockChange, local int64) int64 {
	if len(changes) == 1 {
		return changes[0].offset
	}
	after := sort.Search(len(changes)-1, func(i int) bool { return changes[i+1].from > local })
	return changes[after].offset
}

// dayNumber counts days from 1970-01-01 in the Gregorian calendar: in years
// that begin in March, so that the leap day comes last.
func dayNumber(year, month, day int) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	days := year*365 + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1
	const untilEpoch = 719468
	return int64(days - untilEpoch)
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
