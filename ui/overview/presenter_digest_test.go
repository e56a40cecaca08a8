package overview

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

// night is what happened from yesterday evening on.
func night() data.Digest {
	late := noon.AddDate(0, 0, -3)
	return data.Digest{
		Since: noon.Add(-17 * time.Hour), Until: noon, Arrived: 37,
		Now: data.Totals{Negative: 9, Neutral: 10, Positive: 5}, Usual: 20, UsualShare: 0.2,
		Late: data.Backlog{Late: 3, Oldest: late, Clock: 8 * time.Hour},
		Look: []data.Row{{ID: 5, Author: "Eva"}},
	}
}

func TestTheDigestInThreeSentences(t *testing.T) {
	serious, other := episode(1, data.LevelElevated), episode(2, data.LevelWatch)
	for name, c := range map[string]struct {
		lang   string
		change func(*data.Digest)
		want   []string
	}{
		"a night": {"en", func(*data.Digest) {}, []string{
			"37 mentions arrived since Tue 24 Nov 20:00. Published since then: 24, negative 9 (usually about 4).",
			"Nothing out of the ordinary.",
			"3 negative mentions have waited for an answer for more than 8 h, the oldest since Sun 22 Nov 13:00.",
		}},
		"una notte": {"it", func(*data.Digest) {}, []string{
			"37 menzioni arrivate da mar 24 nov 20:00. Pubblicate da allora: 24, negative 9 (di solito circa 4).",
			"Niente di insolito.",
			"3 menzioni negative aspettano una risposta da più di 8 h, la più vecchia da dom 22 nov 13:00.",
		}},
		"one of each, nothing known": {"en", func(d *data.Digest) {
			d.Arrived, d.Since, d.Usual, d.Late.Late = 1, noon.Add(-time.Hour), 0, 1
			d.Incidents = []data.Incident{serious}
		}, []string{
			"1 mention arrived since 12:00. Published since then: 24, negative 9.",
			"1 incident: 37 negative mentions since Wed 25 Nov 11:30, 4.2 times the usual.",
			"1 negative mention has waited for an answer for more than 8 h, since Sun 22 Nov 13:00.",
		}},
		"two incidents, all answered, few usual": {"en", func(d *data.Digest) {
			d.Usual, d.Late = 3, data.Backlog{Clock: 8 * time.Hour}
			d.Incidents = []data.Incident{other, serious}
		}, []string{
			"37 mentions arrived since Tue 24 Nov 20:00. Published since then: 24, negative 9 (usually about 0.6).",
			"2 incidents, the most serious: 37 negative mentions since Wed 25 Nov 11:30, 4.2 times the usual.",
			"No negative mention has waited for an answer for more than 8 h.",
		}},
	} {
		d := calm(t)
		d.digest = night()
		c.change(&d.digest)
		p, h := started(t, d, c.lang)
		said, look, on := p.Digest()
		if diff := cmp.Diff(c.want, said); diff != "" || !on || len(look) != 1 || h.digests != 1 {
			t.Errorf("%s: shown %v, %d to look at, told %d times (-want +got):\n%s", name, on, len(look), h.digests, diff)
		}
	}
}

func TestAClosedDigestIsRead(t *testing.T) {
	d := calm(t)
	d.digest = night()
	p, h := started(t, d, "en")
	p.CloseDigest()
	p.CloseDigest()
	if _, _, on := p.Digest(); on || d.read != 1 || h.digests != 2 {
		t.Errorf("shown %v, read %d times, told %d times", on, d.read, h.digests)
	}
	d.digest, d.err = night(), errors.New("disk")
	p, h = started(t, d, "en")
	if _, _, on := p.Digest(); on || h.err == nil {
		t.Errorf("shown %v, error %v", on, h.err)
	}
}

func TestAnEmptyDigestIsNotShown(t *testing.T) {
	d := calm(t)
	d.digest = data.Digest{Since: noon, Until: noon, Late: data.Backlog{Late: 4}, Look: []data.Row{{ID: 5}}}
	p, _ := started(t, d, "en")
	if said, _, on := p.Digest(); on {
		t.Errorf("says %q", said)
	}
	p.CloseDigest()
	if d.read != 0 {
		t.Error("what was not shown was read")
	}
}

func TestLeavingNotesUntilWhenThePersonWasHere(t *testing.T) {
	for name, c := range map[string]struct {
		digest data.Digest
		close  bool
		read   int
	}{
		"nothing to tell": {data.Digest{Since: noon, Until: noon}, false, 1},
		"told and closed": {night(), true, 2},
		"still standing":  {night(), false, 0},
	} {
		d := calm(t)
		d.digest = c.digest
		p, _ := started(t, d, "en")
		if c.close {
			p.CloseDigest()
		}
		p.Stop()
		p.Stop()
		if d.read != c.read {
			t.Errorf("%s: noted %d times, want %d", name, d.read, c.read)
		}
	}
}
