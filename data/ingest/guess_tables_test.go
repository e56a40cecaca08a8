package ingest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
)

// columnsTaken lists what fills which field, extras left out.
func columnsTaken(t *testing.T, content string) string {
	t.Helper()
	rec, err := ingest.RecogniseBytes("a.csv", []byte(content), data.Plan{}, ingest.Zones{})
	if err != nil && data.CodeOf(err) != data.ErrFileNoDate && data.CodeOf(err) != data.ErrFileNoText {
		t.Fatal(err)
	}
	if rec.Format != "generic" {
		t.Errorf("taken for %s", rec.Format)
	}
	var out []string
	for _, c := range rec.Columns {
		if c.Field != data.FieldExtra && c.Field != data.FieldNone {
			out = append(out, string(c.Field)+"="+c.Name)
		}
	}
	return strings.Join(out, "; ")
}

// The tables are reconstructions, with made-up rows, of what public data sets
// and further tools hand out.
func TestTablesOfDataSets(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"tweets with their authors' profiles": {
			`user_name,user_location,user_description,user_created,user_followers,user_friends,user_favourites,user_verified,date,text,hashtags,source,is_retweet
Anna B.,Torino,Mamma e fornaia per passione da sempre,2017-05-26 05:46:42,624,950,18775,False,2026-03-01 09:05:07,il pane era freddo e caro oggi,['pane'],Twitter for iPhone,False
Ugo,Roma,Scrivo di cibo e di altre cose,2009-04-16 20:06:23,2253,1677,24,True,2026-03-01 09:06:07,le paste invece erano buone,,Twitter Web App,False
Eva,,,2019-01-16 02:00:01,12,30,9,False,2026-03-01 09:07:00,due ore di attesa per una focaccia,,Twitter for Android,False
`, "author=user_name; followers=user_followers; date=date; text=text",
		},
		"a sheet of tweets": {
			`id_str,from_user,text,created_at,time,geo_coordinates,user_lang,in_reply_to_user_id_str,in_reply_to_screen_name,from_user_id_str,in_reply_to_status_id_str,source,profile_image_url,user_followers_count,user_friends_count,user_location,status_url,entities_str
1800000000000000001,anna_b,il pane era freddo e caro,Sun Mar 01 09:05:07 +0000 2026,01/03/2026 09:05:07,,it,,,55,,"<a href=""http://x.com"">X</a>",https://pbs.test/1.jpg,40,12,Torino,https://twitter.com/anna_b/statuses/1800000000000000001,{}
1800000000000000002,ugo,le paste invece erano buone,Sun Mar 01 09:06:07 +0000 2026,01/03/2026 09:06:07,,it,55,anna_b,56,1800000000000000001,"<a href=""http://x.com"">X</a>",https://pbs.test/2.jpg,4,2,Roma,https://twitter.com/ugo/statuses/1800000000000000002,{}
1800000000000000003,eva,due ore di attesa per una focaccia,Sun Mar 01 09:07:07 +0000 2026,01/03/2026 09:07:07,,it,,,57,,"<a href=""http://x.com"">X</a>",https://pbs.test/3.jpg,9,7,Asti,https://twitter.com/eva/statuses/1800000000000000003,{}
`, "id=id_str; handle=from_user; text=text; date=created_at; lang=user_lang; author_id=from_user_id_str; in_reply_to=in_reply_to_status_id_str; followers=user_followers_count; url=status_url",
		},
		"tweets with two forms of their time": {
			`id,time,created_at,from_user_name,text,retweet_count,favorite_count,lang,to_user_name,in_reply_to_status_id,source,from_user_id,from_user_realname
1800000000000000001,1772355907,2026-03-01 09:05:07,anna_b,il pane era freddo e caro,1,3,it,,,"<a href=""http://x.com"">X</a>",55,Anna B.
1800000000000000002,1772355967,2026-03-01 09:06:07,ugo,le paste invece erano buone,0,2,it,,,"<a href=""http://x.com"">X</a>",56,Ugo
1800000000000000003,1772356027,2026-03-01 09:07:07,eva,due ore di attesa per una focaccia,0,1,it,,,"<a href=""http://x.com"">X</a>",57,Eva
`, "id=id; date=created_at; handle=from_user_name; text=text; shares=retweet_count; likes=favorite_count; lang=lang; in_reply_to=in_reply_to_status_id; author_id=from_user_id; author=from_user_realname",
		},
		"an account's own figures": {
			`Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement rate,retweets,replies,likes,user profile clicks
1800000000000000001,https://twitter.com/forno/status/1800000000000000001,nuovo pane di segale da domani,2026-03-01 09:05 +0000,120.0,4.0,0.03,1.0,0.0,3.0,0.0
1800000000000000002,https://twitter.com/forno/status/1800000000000000002,chiusi per ferie la prossima settimana,2026-03-02 09:05 +0000,90.0,2.0,0.02,0.0,1.0,1.0,0.0
`, "id=Tweet id; url=Tweet permalink; text=Tweet text; date=time; views=impressions; shares=retweets; replies=replies; likes=likes",
		},
		"comments with the post they stand under": {
			`post_id,post_by,post_text,post_published,comment_id,comment_by,is_reply,comment_message,comment_published,comment_like_count
1_2,Forno,Nuovo pane di segale da domani,2026-03-01T08:00:00+0000,2_10,Anna B.,0,il pane era freddo e caro,2026-03-01T09:05:07+0000,3
1_2,Forno,Nuovo pane di segale da domani,2026-03-01T08:00:00+0000,2_11,Ugo,0,le paste invece erano buone,2026-03-01T09:06:07+0000,0
1_2,Forno,Nuovo pane di segale da domani,2026-03-01T08:00:00+0000,2_12,Eva,1,due ore di attesa per una focaccia,2026-03-01T09:07:07+0000,1
1_2,Forno,Nuovo pane di segale da domani,2026-03-01T08:00:00+0000,2_13,Leo,1,che bella sorpresa questo pane,2026-03-01T09:08:07+0000,1
`, "id=comment_id; author=comment_by; text=comment_message; date=comment_published; likes=comment_like_count",
		},
		"reviews of an app": {
			`reviewId,userName,userImage,content,score,thumbsUpCount,reviewCreatedVersion,at,replyContent,repliedAt,appVersion
6b6e1c2a-aaaa,Anna B.,https://play.test/a.png,si blocca ogni volta che la apro,1,3,1.2.0,2026-03-01 09:05:07,Ci dispiace molto Anna,2026-03-02 10:00:00,1.2.0
7c7e1c2a-bbbb,Ugo,https://play.test/b.png,bella e facile da usare,5,0,1.2.0,2026-03-02 09:05:07,,,1.2.0
8d8e1c2a-cccc,Eva,https://play.test/c.png,non trovo piu i miei punti,2,1,1.2.1,2026-03-03 09:05:07,,,1.2.1
`, "id=reviewId; author=userName; text=content; rating=score; likes=thumbsUpCount; date=at; answer=replyContent; answered_at=repliedAt",
		},
		"reviews of food": {
			`Id,ProductId,UserId,ProfileName,HelpfulnessNumerator,HelpfulnessDenominator,Score,Time,Summary,Text
1,B001E4KFG0,A3SGXH7AUHU8GW,delmartian,1,1,5,1303862400,Good quality bread,I have bought several of these loaves and liked them
2,B00813GRG4,A1D87F6ZCVE5NK,dll pa,0,0,1,1346976000,Not as advertised,The product arrived labeled as something else entirely
3,B000LQOCH0,ABXLMWJIXXAIN,Natalia,1,1,4,1219017600,Delight says it all,This is a confection that has been around a few centuries
`, "id=Id; author_id=UserId; author=ProfileName; rating=Score; date=Time; title=Summary; text=Text",
		},
		"reviews with dotted names": {
			`id,asins,brand,reviews.date,reviews.dateAdded,reviews.didPurchase,reviews.numHelpful,reviews.rating,reviews.sourceURLs,reviews.text,reviews.title,reviews.username
AVqkIhwDv8e3D1O-lebb,B01AHB9CN2,Forno,2026-03-01T00:00:00.000Z,2026-07-03T23:33:15Z,,0,5.0,https://shop.test/r/1,This product so far has not disappointed,Kindle,Adapter
AVqkIhwDv8e3D1O-lebb,B01AHB9CN2,Forno,2026-03-02T00:00:00.000Z,2026-07-03T23:33:15Z,,0,4.0,https://shop.test/r/2,Great for beginner or experienced person,Very fast,truman
AVqkIhwDv8e3D1O-lebb,B01AHB9CN2,Forno,2026-03-03T00:00:00.000Z,2026-07-03T23:33:15Z,,0,2.0,https://shop.test/r/3,Inexpensive tablet that broke after a week,Beginner,DaveZ
`, "date=reviews.date; likes=reviews.numHelpful; rating=reviews.rating; url=reviews.sourceURLs; text=reviews.text; title=reviews.title; handle=reviews.username",
		},
		"threads of a forum": {
			`title,score,id,url,comms_num,created,body,timestamp
Il pane di oggi era freddo,55,l6ulcx,https://v.redd.it/6j75regs72e61,6,1772355907.0,Qualcuno lo ha provato anche lui?,2026-03-01 11:05:07
Le paste del forno,110,l6uibd,https://redd.it/l6uibd,23,1772355967.0,Secondo me sono buone,2026-03-01 11:06:07
Due ore di attesa,0,l6uhhn,https://redd.it/l6uhhn,47,1772356027.0,Non ci torno,2026-03-01 11:07:07
`, "title=title; id=id; url=url; replies=comms_num; text=body; date=timestamp",
		},
		"comments under videos": {
			`video_id,comment_id,author_display_name,text_display,like_count,published_at,updated_at,total_reply_count
XpVt6Z1Gjjo,Ugz1,Anna B.,il pane era freddo e caro,3,2026-03-01T09:05:07Z,2026-03-01T09:05:07Z,0
XpVt6Z1Gjjo,Ugz2,Ugo,le paste invece erano buone,0,2026-03-01T09:06:07Z,2026-03-01T09:06:07Z,1
XpVt6Z1Gjjo,Ugz3,Eva,due ore di attesa per una focaccia,1,2026-03-01T09:07:07Z,2026-03-01T09:07:07Z,0
`, "id=comment_id; author=author_display_name; text=text_display; likes=like_count; date=published_at; replies=total_reply_count",
		},
		"places on a map": {
			`title,url,stars,name,reviewUrl,text,publishedAtDate,reviewerId,likesCount,responseFromOwnerText,responseFromOwnerDate
Forno Nina,https://maps.test/place/1,2,Anna B.,https://maps.test/review/1,il pane era freddo e caro,2026-03-01T09:05:07.000Z,1001,3,Ci dispiace molto Anna,2026-03-02T10:00:00.000Z
Forno Nina,https://maps.test/place/1,5,Ugo,https://maps.test/review/2,le paste invece erano buone,2026-03-02T09:05:07.000Z,1002,0,,
Forno Nina,https://maps.test/place/1,1,Eva,https://maps.test/review/3,due ore di attesa per una focaccia,2026-03-03T09:05:07.000Z,1003,1,,
Forno Nina,https://maps.test/place/1,4,Leo,https://maps.test/review/4,che bella sorpresa questo pane,2026-03-04T09:05:07.000Z,1004,1,,
`, "rating=stars; author=name; url=reviewUrl; text=text; date=publishedAtDate; author_id=reviewerId; likes=likesCount; answer=responseFromOwnerText; answered_at=responseFromOwnerDate",
		},
		"reviews of a shop": {
			`title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls
Peccato,il pane era freddo e caro,2,2026-03-01 09:05:07 UTC,web,ok,Anna B.,anna@forno.test,12345,pane-di-segale,Ci dispiace,2026-03-02 09:05:07 UTC,
Bravi,le paste invece erano buone,5,2026-03-02 09:05:07 UTC,email,ok,Ugo,ugo@forno.test,12345,pane-di-segale,,,
Mai più,due ore di attesa per una focaccia,1,2026-03-03 09:05:07 UTC,web,ok,Eva,eva@forno.test,12346,focaccia,,,
`, "title=title; text=body; rating=rating; date=review_date; source=source; author=reviewer_name; answer=reply; answered_at=reply_date",
		},
		"messages of a chat": {
			`AuthorID,Author,Date,Content,Attachments,Reactions
"1000001",anna_b,2026-03-01T09:05:07.0000000+01:00,il pane era freddo e caro,,
"1000002",ugo,2026-03-01T09:06:07.0000000+01:00,le paste invece erano buone,,
"1000001",anna_b,2026-03-01T09:07:07.0000000+01:00,due ore di attesa per una focaccia,,
`, "author_id=AuthorID; author=Author; date=Date; text=Content; likes=Reactions",
		},
		"comments of a blog": {
			`comment_ID,comment_post_ID,comment_author,comment_author_email,comment_author_url,comment_author_IP,comment_date,comment_date_gmt,comment_content,comment_karma,comment_approved,comment_agent,comment_type,comment_parent,user_id
1,7,Anna B.,anna@forno.test,https://anna.test,10.0.0.1,2026-03-01 09:05:07,2026-03-01 08:05:07,il pane era freddo e caro,0,1,Mozilla/5.0,comment,0,0
2,7,Ugo,ugo@forno.test,,10.0.0.2,2026-03-01 09:06:07,2026-03-01 08:06:07,le paste invece erano buone,0,1,Mozilla/5.0,comment,1,0
3,7,Eva,eva@forno.test,,10.0.0.3,2026-03-01 09:07:07,2026-03-01 08:07:07,due ore di attesa per una focaccia,0,1,Mozilla/5.0,comment,0,0
4,7,Leo,leo@forno.test,,10.0.0.4,2026-03-01 09:08:07,2026-03-01 08:08:07,che bella sorpresa questo pane,0,1,Mozilla/5.0,comment,0,0
`, "id=comment_ID; author=comment_author; date=comment_date; text=comment_content; in_reply_to=comment_parent",
		},
		"a press review": {
			`Data;Testata;Titolo;Autore;Pagina;Abstract;Link;Tiratura;Lettori
01/03/2026;La Gazzetta;Il forno chiude;Anna B.;12;Il forno di via Roma ha deciso di chiudere per un mese;https://gazzetta.test/1;12000;40000
02/03/2026;Il Corriere;Il forno riapre;Ugo R.;3;Riapre il forno di via Roma con una festa per tutti;https://corriere.test/2;90000;200000
15/03/2026;La Voce;Pane per tutti;;1;Una giornata di pane gratis per chi ne ha bisogno;https://voce.test/3;800;2000
`, "date=Data; source=Testata; title=Titolo; author=Autore; text=Abstract; url=Link; reach=Lettori",
		},
		"answers to a survey": {
			`Informazioni cronologiche,Indirizzo email,Quanto sei soddisfatto?,Cosa ti è piaciuto di meno?
01/03/2026 09.05.07,anna@forno.test,2,il pane era freddo e caro
02/03/2026 09.05.07,ugo@forno.test,5,niente di particolare direi proprio
15/03/2026 09.05.07,eva@forno.test,1,due ore di attesa per una focaccia
`, "date=Informazioni cronologiche; text=Cosa ti è piaciuto di meno?",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, columnsTaken(t, c.table)); d != "" {
				t.Error(d)
			}
		})
	}
}
