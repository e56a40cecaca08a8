package main

import "time"

// The people whose posts turn the story.
var (
	lara   = &person{name: "Lara senza G", handle: "lara.mangiasenza", followers: 48600, id: "17841400000148600"}
	baker  = &person{name: "Il fornaio di Porta", handle: "fornaio_mi", followers: 18400, id: "1801840000000018400", male: true}
	critic = &person{name: "Ottavia Briciole", handle: "ottavia_briciole", followers: 31200, id: "1803120000000031200"}
	aurora = &person{name: "Forno Aurora", handle: "fornoaurora", followers: 6240, id: "1700624000000006240"}
)

// told are the posts that the story hangs on, word by word.
func told() []*mention {
	return []*mention{
		{
			at: crisisStarts, source: "instagram", lang: "it", tone: negative, author: lara, reach: 48600, likes: 6120, replies: 1240, shares: 2310,
			text: "Via Garibaldi, oggi. «Senza glutine? Qui si fa pane per gente sana». È un cartello vero, nella vetrina di @fornoaurora. Sono celiaca da quando avevo sei anni e non mi sono mai sentita così umiliata davanti a un negozio. Vergognatevi. #celiachia #fornoaurora #torino",
		},
		{
			at: moment(time.October, 14, 16, 41), source: "x", lang: "it", tone: negative, author: baker, views: 18400, likes: 940, replies: 212, shares: 655,
			text: "Ma davvero avete messo quella frase in vetrina, @fornoaurora? Faccio questo mestiere da vent'anni e mi vergogno per voi.",
		},
		{
			at: moment(time.October, 15, 9, 5), source: "x", lang: "it", tone: negative, author: critic, views: 31200, likes: 1480, replies: 305, shares: 870,
			text: "Riassunto: cartello offensivo in vetrina, rimborsi di settembre mai pagati, un giorno di silenzio. Forno Aurora sta sbagliando tutto. Ne scrivo stasera.",
		},
		{
			at: apology, source: "instagram", lang: "it", tone: neutral, author: aurora, reach: 22900, likes: 860, replies: 640, shares: 210,
			text: "Quella frase era sbagliata e offensiva, e l'abbiamo esposta noi. Chiediamo scusa a chi è celiaco e alle famiglie. Il cartello non c'è più. Chi aspetta un rimborso dal guasto di settembre lo riceve entro venerdì 23: scrivete a ciao@fornoaurora.example, rispondiamo a tutti. Il team di Forno Aurora",
		},
		{
			at: apology.Add(4 * time.Minute), source: "x", lang: "it", tone: neutral, author: aurora, views: 14800, likes: 310, replies: 420, shares: 95,
			text: "Quella frase era sbagliata. Chiediamo scusa a chi è celiaco e alle famiglie; il cartello è stato tolto. I rimborsi in sospeso partono entro venerdì 23. Scriveteci: ciao@fornoaurora.example",
		},
		{
			at: moment(time.October, 27, 12, 10), source: "facebook", lang: "it", tone: neutral, author: aurora, reach: 5400, likes: 240, replies: 61, shares: 18,
			text: "Aggiornamento: tutti i rimborsi del guasto di settembre sono stati inviati. Giovedì 5 novembre alle 18, in via Garibaldi, incontro aperto con chi è celiaco. Il corso sul senza glutine per il personale comincia lunedì.",
		},
	}
}
