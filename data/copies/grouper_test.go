package copies

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

// shelf keeps texts and groups as the store does.
type shelf struct {
	t      *testing.T
	texts  map[data.ID]string
	groups map[data.ID]data.ID // by member
}

func newShelf(t *testing.T) *shelf {
	return &shelf{t: t, texts: map[data.ID]string{}, groups: map[data.ID]data.ID{}}
}

// put adds mentions and brings the groups up to date.
func (s *shelf) put(texts map[data.ID]string) {
	maps.Copy(s.texts, texts)
	ids := slices.Sorted(maps.Keys(texts))
	s.sweep(ids[0], ids[len(ids)-1])
}

// remove takes mentions out, and their groups apart.
func (s *shelf) remove(ids []data.ID) {
	var first, last data.ID
	apart := map[data.ID]bool{}
	for _, id := range ids {
		delete(s.texts, id)
		apart[s.groups[id]] = s.groups[id] != 0
	}
	for id, g := range s.groups {
		if apart[g] {
			if first == 0 || id < first {
				first = id
			}
			last = max(last, id)
			delete(s.groups, id)
		}
	}
	if last > 0 {
		s.sweep(first, last)
	}
}

func (s *shelf) sweep(first, last data.ID) {
	s.t.Helper()
	g := NewGrouper(func(a, b data.ID) (bool, error) { return Near(Read(s.texts[a]), Read(s.texts[b])), nil })
	g.next = 8 // let go often, as in a large workspace
	var p Printer
	for _, id := range slices.Sorted(maps.Keys(s.texts)) {
		if id < first-Reach || id > last+Reach {
			continue
		}
		err := g.Add(Mention{ID: id, Print: p.Of(s.texts[id]), Group: s.groups[id], Fresh: id >= first && id <= last})
		if err != nil {
			s.t.Fatal(err)
		}
		s.take(g.Done())
	}
	s.take(g.Finish())
}

func (s *shelf) take(groups []Group) {
	for _, g := range groups {
		for _, id := range g.New {
			s.groups[id] = g.ID
		}
		for id, old := range s.groups {
			if slices.Contains(g.Old, old) {
				s.groups[id] = g.ID
			}
		}
	}
}

// compared groups mentions by comparing each with each.
func compared(texts map[data.ID]string) map[data.ID]data.ID {
	ids := slices.Sorted(maps.Keys(texts))
	group, prints, read := map[data.ID]data.ID{}, map[data.ID]Print{}, map[data.ID]Text{}
	var p Printer
	for _, id := range ids {
		group[id], prints[id], read[id] = id, p.Of(texts[id]), Read(texts[id])
	}
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if b-a > Reach || group[a] == group[b] || !candidates(prints[a], prints[b]) || prints[a] != prints[b] && !Near(read[a], read[b]) {
				continue
			}
			from, to := max(group[a], group[b]), min(group[a], group[b])
			for id, g := range group {
				if g == from {
					group[id] = to
				}
			}
		}
	}
	sizes := map[data.ID]int{}
	for _, g := range group {
		sizes[g]++
	}
	maps.DeleteFunc(group, func(_, g data.ID) bool { return sizes[g] < 2 })
	return group
}

// someMentions makes mentions of some days, many of them copies of each other.
func someMentions(r *rand.Rand, n, days int) map[data.ID]string {
	bases := []string{oven, refund, closing, hotel, fmt.Sprintf(petition, "Anna"), "Servizio davvero pessimo oggi", "Ottimo servizio", "Pane bruciato anche oggi"}
	words := strings.Fields("ciao amici leggete condividete subito vergogna the best again never pizza pane freddo domenica prezzo")
	out := map[data.ID]string{}
	for len(out) < n {
		text := strings.Fields(bases[r.IntN(len(bases))])
		switch r.IntN(6) {
		case 0:
			text = append([]string{"RT", "@someone:"}, text...)
		case 1:
			text = text[:max(1, len(text)-r.IntN(len(text)))]
		case 2:
			for range r.IntN(9) {
				text = append([]string{words[r.IntN(len(words))]}, text...)
			}
		case 3:
			for range r.IntN(9) {
				text = slices.Clone(text)
				text[r.IntN(len(text))] = words[r.IntN(len(words))]
			}
		case 4:
			r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			text = words
		}
		at := data.ID(r.IntN(days*24*3600))<<20 | data.ID(r.IntN(1<<20))
		out[at+1<<50] = strings.Join(text, " ")
	}
	return out
}

func TestGroupsFollowFromTheMentionsAlone(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		texts := someMentions(r, 250, 1+r.IntN(120))
		want := compared(texts)
		if len(want) < 20 {
			t.Fatalf("only %d mentions are in groups: the test tests nothing", len(want))
		}
		s := newShelf(t)
		ids := slices.Sorted(maps.Keys(texts))
		if seed%2 == 0 {
			r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		}
		for batch := range slices.Chunk(ids, 1+r.IntN(120)) {
			s.put(only(texts, batch))
		}
		if diff := cmp.Diff(want, s.groups); diff != "" {
			t.Fatalf("seed %d: groups differ from those of comparing each with each\n%s", seed, diff)
		}
		r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		s.remove(ids[:60])
		if diff := cmp.Diff(compared(only(texts, ids[60:])), s.groups); diff != "" {
			t.Fatalf("seed %d: groups after undoing an import\n%s", seed, diff)
		}
		s.put(only(texts, ids[:60]))
		if diff := cmp.Diff(want, s.groups); diff != "" {
			t.Fatalf("seed %d: groups after importing it again\n%s", seed, diff)
		}
	}
}

func only(texts map[data.ID]string, ids []data.ID) map[data.ID]string {
	out := map[data.ID]string{}
	for _, id := range ids {
		out[id] = texts[id]
	}
	return out
}

func TestTime(t *testing.T) {
	day := data.ID(24*time.Hour/time.Second) << 20
	for name, c := range map[string]struct {
		days []data.ID
		want int // mentions in groups
	}{
		"copies within 14 days are a group":       {[]data.ID{100, 114}, 2},
		"fifteen days are too long":               {[]data.ID{100, 115}, 0},
		"a third one in between joins them":       {[]data.ID{100, 110, 120}, 3},
		"what comes again later is another group": {[]data.ID{100, 101, 160, 161}, 4},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShelf(t)
			for _, d := range c.days {
				s.put(map[data.ID]string{d * day: oven})
			}
			if len(s.groups) != c.want {
				t.Errorf("%d mentions in groups, want %d: %v", len(s.groups), c.want, s.groups)
			}
		})
	}
}

// TestABurstIsNotQuadratic counts what a burst of copies costs: 20,000 within
// an hour, each a little different.
func TestABurstIsNotQuadratic(t *testing.T) {
	const n = 20_000
	asked := 0
	g := NewGrouper(func(a, b data.ID) (bool, error) { asked++; return true, nil })
	var p Printer
	for i := range data.ID(n) {
		text := fmt.Sprintf(petition, fmt.Sprintf("Nome%d Cognome%d", i%911, i))
		if err := g.Add(Mention{ID: (i/6)<<20 + i%6, Print: p.Of(text), Fresh: true}); err != nil {
			t.Fatal(err)
		}
	}
	groups := g.Finish()
	if len(groups) != 1 || groups[0].Size < n*99/100 {
		t.Errorf("%d groups, the first of %d, want one of nearly %d", len(groups), groups[0].Size, n)
	}
	if asked > 2*n {
		t.Errorf("%d texts compared for %d mentions", asked, n)
	}
}

func BenchmarkPrint(b *testing.B) {
	var p Printer
	for b.Loop() {
		p.Of(hotel)
	}
	b.SetBytes(int64(len(hotel)))
}

func BenchmarkBurst(b *testing.B) {
	const n = 100_000
	var p Printer
	prints := make([]Print, n)
	for i := range prints {
		prints[i] = p.Of(fmt.Sprintf(petition, fmt.Sprintf("Nome%d Cognome%d", i%911, i)))
	}
	for b.Loop() {
		g := NewGrouper(func(a, b data.ID) (bool, error) { return true, nil })
		for i, print := range prints {
			if err := g.Add(Mention{ID: data.ID(i/28)<<20 + data.ID(i%28), Print: print, Fresh: true}); err != nil {
				b.Fatal(err)
			}
		}
		if groups := g.Finish(); len(groups) != 1 {
			b.Fatal(len(groups))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/mention")
}
