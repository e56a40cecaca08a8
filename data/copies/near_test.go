package copies

import (
	"fmt"
	"strings"
	"testing"
)

const (
	oven     = "Stamattina al forno di via Roma ho trovato un pezzo di plastica dentro la focaccia, ho chiesto spiegazioni e mi hanno riso in faccia. Vergogna!"
	refund   = "I have been waiting three weeks for my refund from this shop and nobody answers the phone, the emails or the chat. Do not buy here."
	petition = "Gentile direzione, mi chiamo %s e vi chiedo di ritirare subito la campagna pubblicitaria che offende chi lavora di notte. Firmo anch'io e invito tutti a firmare."
	closing  = "Dal 3 agosto la pasticceria resta chiusa per ferie fino al 20, grazie a tutti i clienti che ci hanno sostenuto in questi mesi difficili"
	hotel    = "Hotel in ottima posizione ma camere rumorose: dalla strada si sente tutto fino alle tre di notte e il condizionatore non funzionava. Alla reception nessuno ha saputo aiutarci, ci hanno detto di chiamare il giorno dopo. Colazione scarsa. Non torneremo."
)

// pairs of texts as they are found on social media, and whether one copies
// the other.
var pairs = []struct {
	name string
	a, b string
	copy bool
}{
	// Retweets.
	{"a retweet", oven, "RT @marta_r: " + oven, true},
	{"a retweet of a retweet", oven, "RT @luca: RT @marta_r: " + oven, true},
	{"a modified tweet", oven, "MT @marta_r " + oven, true},
	{"via at the end", oven, oven + " via @marta_r", true},
	{"a retweet cut at 140 characters with an ellipsis", oven, cut140("RT @marta_r: " + oven), true},
	{"a retweet cut at 140 without ellipsis", refund, "RT @shop_watch: " + refund[:100], true},
	{"two retweets cut at different places", cut140("RT @a: " + refund), cut140("RT @averylongname_here: " + refund), true},
	{"a retweet of a long text that keeps its first half", hotel, cut140("RT @viaggi: " + hotel), true},
	{"a retweet cut with three dots", closing, "RT @dolce: " + closing[:90] + "...", true},
	{"a retweet with an emoji before", oven, "😡😡 RT @marta_r: " + oven, true},
	{"a retweet in quotes with two words before", oven, "Ma davvero? “@marta_r: " + oven + "”", true},
	{"a retweet with its address cut off", oven + " https://t.co/abc123", cut140("RT @marta_r: " + oven + " https://t.co/abc123"), true},
	{"a short retweet", "Pane bruciato anche oggi", "RT @gio: Pane bruciato anche oggi", true},
	{"a Mastodon boost with the text", closing, "RT @dolce@mastodon.uno: " + closing, true},
	// Copy and paste.
	{"another address", oven + " http://bit.ly/1", oven + " https://example.org/x?y=2", true},
	{"a greeting before", closing, "Ciao ragazzi! " + closing, true},
	{"a call after", oven, oven + " Condividete!!", true},
	{"hashtags after", refund, refund + " #boycott #scam", true},
	{"hashtags within", refund, strings.Replace(refund, "refund", "#refund", 1), true},
	{"capitals", closing, strings.ToUpper(closing), true},
	{"accents left out", "Perché la qualità è così bassa e il prezzo più alto, però?", "Perche la qualita e cosi bassa e il prezzo piu alto pero", true},
	{"typographic quotes", "L'attesa è durata un'ora, dice il cameriere \"normale\" nel fine settimana", "L’attesa è durata un’ora, dice il cameriere “normale” nel fine settimana", true},
	{"HTML entities", "The fish &amp; chips were cold and the waiter said that's how it is", "The fish & chips were cold and the waiter said that's how it is", true},
	{"emoji between", "Best focaccia in town, warm and crispy every single morning", "Best focaccia 😍 in town, warm 🔥 and crispy every single morning", true},
	{"line breaks", refund, strings.ReplaceAll(refund, " ", "\n"), true},
	{"a typing mistake", refund, strings.Replace(refund, "waiting", "wiating", 1), true},
	{"a word left out", oven, strings.Replace(oven, " un pezzo di", "", 1), true},
	{"two words changed in a long text", hotel, strings.NewReplacer("ottima", "buona", "scarsa", "povera").Replace(hotel), true},
	{"a petition with the name changed", fmt.Sprintf(petition, "Anna Rossi"), fmt.Sprintf(petition, "Giuseppe Verdi"), true},
	{"a petition with a town added", fmt.Sprintf(petition, "Anna Rossi"), fmt.Sprintf(petition, "Paolo Bianchi di Reggio Emilia"), true},
	{"a petition with a sentence of one's own", fmt.Sprintf(petition, "Anna Rossi"), fmt.Sprintf(petition, "Anna Neri") + " Mia madre lavora di notte.", true},
	{"a text with the time changed", "Avviso: oggi il punto vendita di Torino apre alle 9 invece che alle 8 per un guasto", "Avviso: oggi il punto vendita di Torino apre alle 10 invece che alle 8 per un guasto", true},
	{"one word of ten changed", "Domani sciopero dei treni in Toscana, previsti ritardi per tutti", "Domani sciopero dei treni in Liguria, previsti ritardi per tutti", true},
	{"a headline with the paper's name", "Intossicati dopo il pranzo di nozze, chiuso il ristorante sul lago", "Intossicati dopo il pranzo di nozze, chiuso il ristorante sul lago | Il Giorno", true},
	{"a headline shared by a button", "Health inspectors close downtown bakery after mouse complaint goes viral", "I liked a video: Health inspectors close downtown bakery after mouse complaint goes viral", true},
	{"Japanese with another address", "このパン屋さんの店員の態度が本当にひどかったです https://t.co/1", "このパン屋さんの店員の態度が本当にひどかったです https://t.co/2", true},
	{"Japanese, cut", "RT @pan: このパン屋さんの店員の態度が本当にひどかったです、二度と行きま…", "このパン屋さんの店員の態度が本当にひどかったです、二度と行きません。返金してほしい", true},
	{"Arabic with vowel signs", "الخدمة سيئة جدا ولن أعود إلى هذا المطعم مرة أخرى أبدا", "الخِدْمَة سيئة جدا ولن أعود إلى هذا المطعم مرة أخرى أبدا", true},
	{"Russian in capitals", "Ужасное обслуживание, ждали заказ два часа и принесли холодное", "УЖАСНОЕ ОБСЛУЖИВАНИЕ, ЖДАЛИ ЗАКАЗ ДВА ЧАСА И ПРИНЕСЛИ ХОЛОДНОЕ", true},
	{"four words, the same", "Servizio davvero pessimo oggi", "@forno servizio davvero pessimo, oggi!!!", true},
	{"a stock phrase of five words, the same", "Thank you very much guys", "thank you very much, guys :)", true},
	// Not copies.
	{"two words", "ottimo servizio", "pessimo servizio", false},
	{"two words, the same", "ottimo servizio", "Ottimo servizio!", false},
	{"three words, the same", "Thanks so much!", "@forno thanks so much", false},
	{"one word", "Grazie", "@forno grazie", false},
	{"emoji only", "😍😍😍", "😍😍😍", false},
	{"addresses only", "https://t.co/1", "https://t.co/1", false},
	{"three words, one different", "servizio davvero pessimo", "servizio davvero ottimo", false},
	{"five words, one different", "il pane era molto buono", "il pane era molto duro", false},
	{"seven words, one different", "la focaccia di oggi era molto buona", "la focaccia di oggi era molto secca", false},
	{"the opposite in eight words", "il servizio al tavolo è stato davvero ottimo", "il servizio al banco è stato davvero pessimo", false},
	{"a stock phrase within two questions", "@air can you follow me so I can DM you my number?", "@air how am I supposed to DM you my number if you don't follow me", false},
	{"the same beginning", "Buongiorno, volevo sapere se siete aperti la domenica mattina", "Buongiorno, volevo sapere se fate torte senza glutine per compleanni", false},
	{"the same complaint by two", "Due ore di attesa al telefono e nessuno risponde, pessimo servizio clienti", "Sono al telefono da due ore e il servizio clienti non risponde, pessimo", false},
	{"the same closing words", "La pizza era fredda e il cameriere scortese. Non ci tornerò mai più.", "Camere sporche, asciugamani usati. Non ci tornerò mai più.", false},
	{"two reviews of one dish", "La carbonara era perfetta, cremosa al punto giusto e con guanciale croccante", "La carbonara era troppo salata, uovo strapazzato e guanciale bruciato", false},
	{"a comment on a short retweet", "Our fleet is on fleek", "Who is running this account, please stop. RT @air: Our fleet is on fleek", false},
	{"a long opinion after a headline", "Chiuso il forno di via Roma dopo i controlli", "Chiuso il forno di via Roma dopo i controlli: io ci compro il pane da vent'anni e non ho mai avuto problemi, secondo me c'è sotto altro, aspettiamo di sapere come sono andate le cose", false},
	{"a quotation in an article", "Il cliente ha sempre ragione, diceva mio nonno quando apriva il negozio", hotel + " Il cliente ha sempre ragione, diceva mio nonno quando apriva il negozio. " + closing, false},
	{"a programme of another day", "Menù di lunedì: pasta al forno, arrosto con patate, insalata mista, torta di mele", "Menù di martedì: risotto alla zucca, pollo con verdure, insalata mista, crostata", false},
	{"posts of a machine about other trains", "Treno 2034 delle 10:15 per Milano in ritardo di 20 minuti", "Treno 5521 delle 11:40 per Torino in ritardo di 35 minuti", false},
	{"charts of a machine", "TT Italia 22:48 1.#Grillo 2.#piazzapulita 3.Prince Of Persia 4.Franca Rame 5.Nero Wolfe", "TT Italia 06:08 1.#cinema 2.#piazzapulita 3.#Grillo 4.Trota 5.Levon Helm 6.Lega", false},
	{"the opposite of a sentence", "Difficile sopravvalutare il contributo di Santoro alla coscienza civile e alla maturità degli italiani", "Difficile sottovalutare il contributo di Santoro alla coscienza civile e alla democrazia italiana", false},
	{"English and Italian", "The bread is great but the queue is too long on Saturday", "Il pane è ottimo ma il sabato la coda è troppo lunga", false},
	{"the same words in another order", "never again will I order a cake from this place", "from this place a cake I will order again, never", false},
	{"thanks for different things", "Grazie mille per la gentilezza e la disponibilità, torta bellissima", "Grazie mille per la pazienza e la velocità, consegna perfetta", false},
	{"two questions about one flight", "what's the status of flight 3494 to Dallas, I'm getting different reports", "what's the status of flight 1008 to Houston, has it left already", false},
	{"two Japanese reviews", "このパン屋さんのクロワッサンは本当においしいです", "このお店の店員さんは態度が悪くて残念でした", false},
	{"a text and its translation by a machine", refund, "Aspetto da tre settimane il rimborso da questo negozio e nessuno risponde al telefono. Non comprate qui.", false},
	{"nothing in common", oven, refund, false},
}

func cut140(text string) string { return string([]rune(text)[:139]) + "…" }

// found tells whether prints and texts together make two texts copies, as a
// Grouper does.
func found(a, b string) bool {
	var p Printer
	x, y := p.Of(a), p.Of(b)
	return candidates(x, y) && (x == y || Near(Read(a), Read(b)))
}

// candidates tells whether two prints are worth a look at the texts.
func candidates(x, y Print) bool {
	if x == (Print{}) || y == (Print{}) {
		return false
	}
	if x == y {
		return true
	}
	for k := range keys {
		if x.Keys[k] != 0 && x.Keys[k] == y.Keys[k] && (k == permutations || !x.far(y)) {
			return true
		}
	}
	return false
}

func TestLabelledPairs(t *testing.T) {
	var right, wrong, missed int
	for _, p := range pairs {
		for _, order := range [][2]string{{p.a, p.b}, {p.b, p.a}} {
			if !p.copy && Near(Read(order[0]), Read(order[1])) {
				t.Errorf("%s: near, but they are no copies", p.name)
			}
			switch got := found(order[0], order[1]); {
			case got && p.copy:
				right++
			case got:
				wrong++
				t.Errorf("%s: folded, but they are no copies\n%s\n%s", p.name, p.a, p.b)
			case p.copy:
				missed++
				t.Errorf("%s: not found\n%s\n%s", p.name, p.a, p.b)
			}
		}
	}
	t.Logf("%d pairs: precision %.3f, recall %.3f", len(pairs), share(right, wrong), share(right, missed))
}

func share(part, rest int) float64 { return float64(part) / float64(part+rest) }
