package fetch

import (
	"io"
	"strconv"
	"testing"
	"time"

	"vedetta/data"
)

// growing is a list that is newest first, ten to a page; entries are seconds.
type growing struct{ n, forgets int }

func (g *growing) page(next string) (l listed, err error) {
	from := g.n
	if next != "" {
		if g.forgets > 0 {
			g.forgets--
			return l, &data.Error{Code: data.ErrFetchRefused}
		}
		from, _ = strconv.Atoi(next)
	}
	for i := from; i > 0 && len(l.mentions) < 10; i-- {
		l.mentions = append(l.mentions, data.Mention{ExternalID: strconv.Itoa(i), Text: "x", PublishedAt: time.Unix(int64(i), 0)})
	}
	if from > 10 {
		l.next = strconv.Itoa(from - 10)
	}
	l.span()
	return l, nil
}

// read reads until so many pages were stored; the next one is lost.
func read(g *growing, cursor string, pages int, seen map[string]int) string {
	_ = readingsOf(cursor).follow("list", 100, g.page, func(p Page) error {
		if pages--; pages < 0 {
			return io.ErrUnexpectedEOF
		}
		for _, m := range p.Mentions {
			seen[m.ExternalID]++
		}
		cursor = p.Cursor
		return nil
	})
	return cursor
}

func TestAReadingThatIsBrokenOffMissesNothing(t *testing.T) {
	for stop := range 6 {
		g, seen := &growing{n: 35}, map[string]int{}
		cursor := read(g, "", stop, seen)
		g.n = 52 // meanwhile
		cursor = read(g, cursor, 100, seen)
		cursor = read(g, cursor, 100, seen)
		if len(seen) != 52 {
			t.Errorf("stopped at page %d: %d of 52", stop, len(seen))
		}
		before := len(seen)
		pages := 0
		_ = readingsOf(cursor).follow("list", 100, func(next string) (listed, error) { pages++; return g.page(next) }, func(Page) error { return nil })
		if pages != 1 || len(seen) != before {
			t.Errorf("nothing is new, but %d pages were read", pages)
		}
	}
}

func TestAPageThatTheNetworkForgotIsReadAnew(t *testing.T) {
	g, seen := &growing{n: 35}, map[string]int{}
	cursor := read(g, "", 2, seen)
	g.forgets = 1
	read(g, cursor, 100, seen)
	if len(seen) != 35 {
		t.Errorf("%d of 35", len(seen))
	}
}

func TestACursorOfAnotherKindMeansTheBeginning(t *testing.T) {
	for _, cursor := range []string{"", "x", `{"list":3}`, `["a"]`, `{"list":{"until":"soon"}}`} {
		seen := map[string]int{}
		if read(&growing{n: 12}, cursor, 100, seen); len(seen) != 12 {
			t.Errorf("%q: %d of 12", cursor, len(seen))
		}
	}
}
