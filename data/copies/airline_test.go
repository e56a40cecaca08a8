package copies

import (
	"encoding/csv"
	"os"
	"slices"
	"testing"
	"time"

	"vedetta/data"
)

// airline reads the texts of a public set of tweets, oldest first; it is not
// part of the repository.
func airline(t *testing.T) (ids []data.ID, texts map[data.ID]string) {
	t.Helper()
	f, err := os.Open("../../../shared/data/exports/real/twitter-airline-fullids/Tweets.csv")
	if err != nil {
		t.Skip("the tweets are not here")
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	texts = map[data.ID]string{}
	for i, row := range rows[1:] {
		at, err := time.Parse("1/2/2006 15:04", row[5])
		if err != nil {
			t.Fatal(err)
		}
		id := data.ID(at.Unix())<<20 | data.ID(i)
		ids, texts[id] = append(ids, id), row[4]
	}
	slices.Sort(ids)
	return ids, texts
}

func TestRealTweets(t *testing.T) {
	ids, texts := airline(t)
	asked := 0
	g := NewGrouper(func(a, b data.ID) (bool, error) {
		asked++
		return Near(Read(texts[a]), Read(texts[b])), nil
	})
	var p Printer
	for _, id := range ids {
		if err := g.Add(Mention{ID: id, Print: p.Of(texts[id]), Fresh: true}); err != nil {
			t.Fatal(err)
		}
	}
	groups := g.Finish()
	members := 0
	slices.SortFunc(groups, func(a, b Group) int { return b.Size - a.Size })
	for _, g := range groups {
		members += g.Size
		t.Log(g.Size, texts[g.New[0]])
		for _, id := range g.New[1:min(len(g.New), 4)] {
			t.Log("    ", texts[id])
		}
	}
	t.Logf("%d mentions, %d of them in %d groups, %d texts compared", len(ids), members, len(groups), asked)
	if members < 300 || members > 1000 || groups[0].Size > 100 {
		t.Errorf("%d of %d mentions are copies, the largest group has %d", members, len(ids), groups[0].Size)
	}
}
