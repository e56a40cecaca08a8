package sentiment

import (
	"testing"

	"vedetta/assets"
)

var tweets = []string{
	"Ordinato il 3 e ancora niente, due ore di attesa al telefono e nessuno risponde. Mai più!",
	"Cornetti buonissimi e personale gentile, ci torneremo presto con tutta la famiglia 😍",
	"@fornoaurora a che ora aprite domenica? Vorrei passare a ritirare la torta prenotata ieri",
	"Flight cancelled again, on hold for two hours and no refund. Worst airline ever http://t.co/x",
	"Lovely little bakery, the staff were so friendly and the bread is not bad at all :)",
	"The new shop opens on Monday at 9, see the map on our page for directions and parking",
}

// BenchmarkClassify classifies one text of 86 bytes on average per round.
func BenchmarkClassify(b *testing.B) {
	Shipped()
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Shipped().Classify(Input{Text: tweets[i%len(tweets)]})
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "texts/s")
}

// BenchmarkLoad reads word lists and model, as the first text does.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(assets.Lexicons); err != nil {
			b.Fatal(err)
		}
		if _, err := Open(assets.SentimentModel); err != nil {
			b.Fatal(err)
		}
	}
}
