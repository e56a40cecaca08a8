package inbox

import (
	"testing"

	"vedetta/assets"
	"vedetta/data"
)

func TestBuildingASearch(t *testing.T) {
	p, _ := onWorkspace(t)
	p.SetQuery("attesa")
	b := newBuildPresenter(p)
	if !b.begin() || b.form.All != "attesa" {
		t.Fatalf("form %+v", b.form)
	}
	b.edit(func(q *data.SimpleQuery) { q.All, q.Any, q.Labels = "", "attesa focaccia", []data.Label{data.Negative} })
	b.setPeriod(2)
	if got, want := b.sentence(), "Negative mentions of the last 7 days, containing attesa or focaccia"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := b.found(), "2 mentions in the view “All open”"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	b.apply()
	if p.Query() != "attesa OR focaccia is:negative after:2026-11-19" || p.Len() != 2 {
		t.Errorf("search %q, %d rows", p.Query(), p.Len())
	}
	if again := newBuildPresenter(p); !again.begin() || again.period() != 2 || again.sentence() != b.sentence() {
		t.Errorf("read again: %+v", again.form)
	}
}

func TestASearchThatIsTooMuchForTheFormStays(t *testing.T) {
	p, _ := onWorkspace(t)
	const query = "attesa OR (focaccia -is:negative)"
	p.SetQuery(query)
	if newBuildPresenter(p).begin() || p.Query() != query {
		t.Errorf("search %q", p.Query())
	}
}

func TestADayThatIsNone(t *testing.T) {
	p, _ := onWorkspace(t)
	b := newBuildPresenter(p)
	b.begin()
	for text, want := range map[string]bool{"25/11/2026": true, "2026-11-25": true, "5.1.2026": true, "ieri l'altro": false, "2026-13-40": false} {
		b.edit(func(q *data.SimpleQuery) { q.To = readDay(text) })
		if (b.err == nil) != want {
			t.Errorf("%s: error %v", text, b.err)
		}
	}
}

func TestSentencesOfSearches(t *testing.T) {
	for want, c := range map[string]struct {
		lang string
		form data.SimpleQuery
	}{
		"All mentions": {"en", data.SimpleQuery{}},
		"Menzioni negative o neutre da Recensione Google o Facebook, con etichetta attesa lunga": {
			"it", data.SimpleQuery{Labels: []data.Label{data.Negative, data.Neutral}, Sources: []string{"google", "facebook"}, Tags: []string{"attesa lunga"}},
		},
		"Tutte le menzioni degli ultimi 30 giorni, senza scuse, con meno di 3 stelle": {
			"it", data.SimpleQuery{From: "2026-10-27", None: "-scuse", Rating: "<3"},
		},
		"All mentions by luca, of today, with the phrase “due ore”, with my star, reach at least 1,000": {
			"en", data.SimpleQuery{Author: "luca", From: "2026-11-25", Phrase: "due ore", Starred: true, ReachFrom: 1000},
		},
	} {
		if got := assets.WordsFor(c.lang).Search(c.form, noon); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
