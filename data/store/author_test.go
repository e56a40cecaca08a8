package store_test

import (
	"fmt"
	"testing"

	"vedetta/data"
)

func TestAuthorCard(t *testing.T) {
	s := open(t)
	var list []data.Mention
	for i := range 7 {
		m := mention(fmt.Sprint(i), i*60, data.Labels[i%3], fmt.Sprintf("testo %d", i))
		m.Author = data.Author{Name: "Marta R.", Followers: data.Unknown}
		list = append(list, m)
	}
	list = append(list, mention("x", 5, data.Negative, "altro"))
	add(t, s, list...)
	c, err := s.Author(ctx, "marta r.")
	must(t, err)
	if c.Mentions != 7 || len(c.Rows) != 5 || !c.Last.Equal(list[0].PublishedAt) || !c.First.Equal(list[6].PublishedAt) {
		t.Errorf("%d mentions, %d shown, %v to %v", c.Mentions, len(c.Rows), c.First, c.Last)
	}
	wanted := 0
	for _, m := range list[:7] {
		if m.Sentiment.Label == data.Negative {
			wanted++
		}
	}
	if c.Negative != wanted {
		t.Errorf("%d negative, want %d", c.Negative, wanted)
	}
	if c, err := s.Author(ctx, "nobody"); c.Mentions != 0 || err != nil {
		t.Errorf("somebody unknown: %+v, error %v", c, err)
	}
}
