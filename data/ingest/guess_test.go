package ingest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
)

// fieldsOf is what a table's columns are taken for, by position, what is left
// out and extras as "".
func fieldsOf(t *testing.T, content string, plan data.Plan) []string {
	t.Helper()
	rec, err := ingest.RecogniseBytes("a.csv", []byte(content), plan, ingest.Zones{})
	if err != nil && data.CodeOf(err) != data.ErrFileNoDate && data.CodeOf(err) != data.ErrFileNoText {
		t.Fatal(err)
	}
	var out []string
	for _, c := range rec.Columns {
		f := string(c.Field)
		if c.Field == data.FieldExtra {
			f = ""
		}
		out = append(out, f)
	}
	return out
}

// The headers are reconstructions from the tools' documentation and screens:
// no real export of them was at hand.
func TestHeadersOfFurtherTools(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"Sprout Social": {
			"Timestamp (ET),Message ID,Network,Profile,Message Type,Message,Permalink,Author,Likes,Comments,Shares\n3/1/2026 9:05 am,123456789,Twitter,@forno,Mention,il pane era freddo e caro,https://x.com/a/status/1,Anna B.,3,1,0\n",
			"date,id,source,handle,,text,url,author,likes,replies,shares",
		},
		"Hootsuite": {
			"Date,Time,Network,Author,Username,Message,URL,Sentiment,Language\n2026-03-01,09:05,Instagram,Anna B.,anna_b,il pane era freddo e caro,https://instagram.com/p/1,Negative,it\n",
			"date,time,source,author,handle,text,url,sentiment,lang",
		},
		"Agorapulse": {
			"Creation date,Item type,Social network,Author name,Content,Link,Label,Sentiment\n2026-03-01 09:05,Comment,Facebook,Anna B.,il pane era freddo e caro,https://facebook.com/1,,Negative\n",
			"date,,source,author,text,url,,sentiment",
		},
		"Mention": {
			"id,url,published_at,title,description,source_name,source_type,author_name,language_code,cumulative_reach,tone\n99887766,https://blog.test/1,2026-03-01T09:05:07Z,Il forno,il pane era freddo e caro,Blog di Anna,blogs,Anna B.,it,1200,-1\n",
			"id,url,date,title,text,,source,author,lang,reach,",
		},
		"Brand24": {
			"Date,Hour,Source,Title,Mention content,Domain,Author name,Sentiment,Social media reach,Likes,Comments,Shares,URL\n2026-03-01,09:05,facebook,Il forno,il pane era freddo e caro,facebook.com,Anna B.,negative,1200,3,1,0,https://facebook.com/1\n",
			"date,time,source,title,text,,author,sentiment,reach,likes,replies,shares,url",
		},
		"Awario": {
			"Date,Author,Source,Snippet,Link,Reach,Sentiment,Language,Country\n2026-03-01 09:05,Anna B.,X,il pane era freddo e caro,https://x.com/a/status/12345678,1200,negative,it,Italy\n",
			"date,author,source,text,url,reach,sentiment,lang,",
		},
		"YouScan": {
			"Date;Time;Author;Author nickname;Source;Text;URL;Sentiment;Likes;Comments;Reposts;Audience\n01.03.2026;09:05;Anna B.;anna_b;instagram.com;il pane era freddo e caro;https://instagram.com/p/1;Negative;3;1;0;1200\n",
			"date,time,author,handle,source,text,url,sentiment,likes,replies,shares,reach",
		},
		"NetBase": {
			"Published Date,Source Type,Domain,Author Name,Title,Snippet,URL,Sentiment,Impressions\n03/01/2026 09:05,Twitter,twitter.com,Anna B.,,il pane era freddo e caro,https://twitter.com/a/status/1,Negative,1200\n",
			"date,source,,author,title,text,url,sentiment,views",
		},
		"Sprinklr": {
			"CreatedTime,SenderScreenName,SenderName,Message,Permalink,SocialNetwork,Sentiment,SenderFollowersCount\n2026-03-01 09:05:07,anna_b,Anna B.,il pane era freddo e caro,https://x.com/a/status/1,TWITTER,NEGATIVE,40\n",
			"date,handle,author,text,url,source,sentiment,followers",
		},
		"Keyhole": {
			"Post Date,Platform,Username,Full Name,Post Text,Post URL,Likes,Retweets,Impressions,Followers\n2026-03-01 09:05:07,Twitter,anna_b,Anna B.,il pane era freddo e caro,https://twitter.com/a/status/1,3,0,1200,40\n",
			"date,source,handle,author,text,url,likes,shares,views,followers",
		},
		"PhantomBuster": {
			"postUrl,profileUrl,fullName,commentText,commentDate,likeCount\nhttps://instagram.com/p/1,https://instagram.com/anna_b,Anna B.,il pane era freddo e caro,2026-03-01T09:05:07.000Z,3\n",
			"url,,author,text,date,likes",
		},
		"Apify": {
			"id,text,timestamp,ownerUsername,likesCount,repliesCount,postUrl\n18012345678901234,il pane era freddo e caro,2026-03-01T09:05:07.000Z,anna_b,3,1,https://instagram.com/p/1\n",
			"id,text,date,handle,likes,replies,url",
		},
		"LinkedIn": {
			"Post title,Post link,Post type,Posted by,Created date,Impressions,Likes,Comments,Reposts\nil pane era freddo e caro,https://www.linkedin.com/feed/update/urn:li:activity:1,Organic,Forno,03/01/2026,1200,3,1,0\n",
			"title,url,,,date,views,likes,replies,shares",
		},
		"Zendesk": {
			"Ticket ID,Subject,Description,Requester,Created at,Status,Priority,Channel\n4711,Pane,il pane era freddo e caro,Anna B.,2026-03-01 09:05,Open,High,Facebook\n",
			"id,title,text,author,date,,,source",
		},
		"TripAdvisor": {
			"Review Date,Reviewer,Rating,Review Title,Review Text,Management Response\n2026-03-01,Anna B.,2,Peccato,il pane era freddo e caro,Ci dispiace molto\n",
			"date,author,rating,title,text,answer",
		},
		"Praw scripts": {
			"id,author,created_utc,body,permalink,score,subreddit\nk1abcd,anna_b,1772355907,il pane era freddo e caro,https://reddit.com/r/t/comments/1/x/k1abcd,37,torino\n",
			"id,author,date,text,url,,",
		},
		"a table of reviews in Spanish": {
			"Fecha;Usuario;Calificación;Comentario\n01/03/2026;anna_b;2;el pan estaba frío y caro\n",
			"date,handle,rating,text",
		},
		"in French":     {"Date de publication;Auteur;Note;Avis\n01/03/2026;Anna B.;2;le pain était froid et cher\n", "date,author,rating,text"},
		"in German":     {"Veröffentlicht;Verfasser;Sterne;Nachricht\n01.03.2026;Anna B.;2;das Brot war kalt und teuer\n", "date,author,rating,text"},
		"in Portuguese": {"Data de publicação;Autor;Avaliação;Comentário\n01/03/2026;Anna B.;2;o pão estava frio e caro\n", "date,author,rating,text"},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, strings.Join(fieldsOf(t, c.table, data.Plan{}), ",")); d != "" {
				t.Error(d)
			}
		})
	}
}

const unknownNames = `kol1;kol2;kol3;kol4;kol5
2026-03-01 09:05;il pane era freddo e la commessa scortese;https://forno.test/1;A-10001;@anna_b
2026-03-02 10:05;torneremo di sicuro, tutto molto buono;https://forno.test/2;A-10002;@ugo
2026-03-03 11:05;due ore di attesa per una focaccia bruciata;https://forno.test/3;A-10003;@eva
2026-03-04 12:05;che bella sorpresa, il pane di segale;https://forno.test/4;A-10004;@leo
`

func TestColumnsAreKnownByWhatTheyHold(t *testing.T) {
	_, rows, _ := strings.Cut(unknownNames, "\n")
	for name, c := range map[string]struct{ table, want string }{
		"under names that say nothing": {unknownNames, "date,text,url,id,handle"},
		"without a header":             {rows, "date,text,url,id,handle"},
		"a name that the content contradicts loses": {
			"data,testo,quando\nil pane era freddo e caro,1,2026-03-01\nle paste erano buone davvero,2,2026-03-02\ntorneremo a trovarvi presto,3,2026-03-03\nnon ci siamo trovati bene,4,2026-03-04\n",
			"text,,date",
		},
		"texts alone, one on each line": {
			"il pane era freddo e caro\nle paste erano buone davvero\ntorneremo a trovarvi presto\n", "text",
		},
		"names with more around them": {
			"Data di pubblicazione (UTC),Testo della recensione originale,postURL\n2026-03-01,il pane era freddo e caro,https://forno.test/1\n", "date,text,url",
		},
		"ids that are as long as times are ids": {
			"nr,was,wann\n1772355907,das Brot war kalt und teuer,2026-03-01\n9999355908,das Brot war warm und gut,2026-03-02\n5072355909,die Torte war sehr gut heute,2026-03-03\n", "id,text,date",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, strings.Join(fieldsOf(t, c.table, data.Plan{}), ",")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestHowSureAGuessIs(t *testing.T) {
	confidence := func(content string) float64 {
		rec, err := ingest.RecogniseBytes("a.csv", []byte(content), data.Plan{}, ingest.Zones{})
		if err != nil {
			t.Fatal(err)
		}
		return rec.Columns[0].Confidence
	}
	known := confidence("data,testo\n2026-03-01,il pane era freddo e caro\n2026-03-02,il pane era buono e caldo\n2026-03-03,torneremo a trovarvi presto\n")
	bare := confidence("kol1,kol2\n2026-03-01,il pane era freddo e caro\n2026-03-02,il pane era buono e caldo\n2026-03-03,torneremo a trovarvi presto\n")
	if known < 0.9 || bare > 0.7 || bare < 0.4 {
		t.Errorf("known name %.2f, content alone %.2f", known, bare)
	}
}

func TestOneHeaderHasOneSignature(t *testing.T) {
	signature := func(content string) string {
		rec, err := ingest.RecogniseBytes("a.csv", []byte(content), data.Plan{}, ingest.Zones{})
		if err != nil {
			t.Fatal(err)
		}
		return rec.Header
	}
	a := signature("Data,Testo\n2026-03-01,il pane\n")
	if b := signature("DATA;testo\n01/04/2026;\"altro\"\n"); a != b || a == "" {
		t.Errorf("%q, %q", a, b)
	}
	if c := signature("Data,Testo,Fonte\n2026-03-01,il pane,x\n"); a == c {
		t.Error("another header has the same signature")
	}
}
