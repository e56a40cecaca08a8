package reply

import (
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"

	"vedetta/data"
)

// limit is what a source takes, and how it counts.
type limit struct {
	most       int
	count      func(string) int
	hashtags   int // most of them; 0 for any number
	plainLinks bool
}

// limits are those of the sources that say one. Others, such as Tripadvisor,
// Trustpilot and Booking, document none for answers: there is no limit here
// either. All as documented 2025; they change often.
var limits = map[string]limit{
	// X developer docs, "Counting characters": 280 weighted, see weigh.
	"x": {most: 280, count: weigh},
	// Mastodon docs, "Posting to your profile": 500 unless the server says more.
	"mastodon": {most: 500, count: countMastodon},
	// AT Protocol lexicon app.bsky.feed.post: maxGraphemes 300.
	"bluesky": {most: 300, count: countGraphemes},
	// Instagram help: captions and comments 2,200 characters, 30 hashtags.
	"instagram": {most: 2200, count: countUnits, hashtags: 30, plainLinks: true},
	// Facebook: comments up to 8,000 characters.
	"facebook": {most: 8000, count: countUnits},
	// Google Business Profile API, reviews.updateReply: 4,096 characters.
	"google": {most: 4096, count: countUnits},
	// Google Play developer API, reviews.reply: 350 characters.
	"google_play": {most: 350, count: countUnits},
	// YouTube: comments up to 10,000 characters.
	"youtube": {most: 10_000, count: countUnits},
	// TikTok: comments up to 150 characters.
	"tiktok": {most: 150, count: countUnits, plainLinks: true},
	// Threads API docs: 500 characters, emoji by their bytes in UTF-8.
	"threads": {most: 500, count: countThreads},
	// LinkedIn help: comments up to 1,250 characters.
	"linkedin": {most: 1250, count: countUnits},
	// Reddit: comments up to 10,000 characters.
	"reddit": {most: 10_000, count: countUnits},
	// Telegram Bot API, sendMessage: 4,096 characters.
	"telegram": {most: 4096, count: countUnits},
	// Pinterest: comments up to 500 characters.
	"pinterest": {most: 500, count: countUnits},
}

var (
	hashtags = regexp.MustCompile(`(?:^|[^\pL\pM\d_&/#＃])[#＃](?:[\d_]*[\pL][\pL\pM\d_]*)`)
	handles  = regexp.MustCompile(`(?:^|[^\pL\d_@＠/.])[@＠][\pL\d_](?:[\pL\d_.-]*[\pL\d_])?`)
)

// Count tells how long a text is for a source. What a source adds by itself,
// as X does with the handles at the beginning of a reply, is not known here.
func Count(source, text string) data.TextSize {
	text = strings.ToValidUTF8(text, "\ufffd")
	l, known := limits[source]
	if !known {
		l = limit{count: countGraphemes}
	}
	size := data.TextSize{
		Used: l.count(text), Max: l.most,
		Links: len(findLinks(text)), Hashtags: countAll(hashtags, text), Handles: countAll(handles, text),
	}
	size.Over = known && size.Used > size.Max
	say := func(p data.TextProblem, when bool) {
		if when {
			size.Problems = append(size.Problems, p)
		}
	}
	say(data.TextTooLong, size.Over)
	say(data.TextManyHashtags, l.hashtags > 0 && size.Hashtags > l.hashtags)
	say(data.TextDeadLinks, l.plainLinks && size.Links > 0)
	say(data.TextUnfilled, strings.Contains(text, data.Placeholder) || braces.MatchString(text))
	return size
}

// countAll counts matches that may share the character between them.
func countAll(pattern *regexp.Regexp, text string) (n int) {
	for {
		at := pattern.FindStringIndex(text)
		if at == nil {
			return n
		}
		text = text[at[1]:]
		n++
	}
}

// countGraphemes counts what people take for one character.
func countGraphemes(text string) (n int) {
	for g := graphemes.FromString(text); g.Next(); {
		n++
	}
	return n
}

// countUnits counts as the length of a string in a browser does, the most
// that any of the sources that only say "characters" counts.
func countUnits(text string) int { return len(utf16.Encode([]rune(norm.NFC.String(text)))) }

// countThreads counts emoji by their bytes, the rest by characters.
func countThreads(text string) (n int) {
	for g := graphemes.FromString(norm.NFC.String(text)); g.Next(); {
		if cluster := g.Value(); isEmoji(cluster) {
			n += len(cluster)
		} else {
			n += len([]rune(cluster))
		}
	}
	return n
}

// remote is a handle on another Mastodon server; only its first part counts.
var remote = regexp.MustCompile(`(^|[^\pL\d_/])@([A-Za-z\d_]+(?:[A-Za-z\d_.-]*[A-Za-z\d_]+)?)@[\pL\d.-]+[\pL\d]+`)

// mastodonLink is an address on Mastodon: only with its protocol.
var mastodonLink = regexp.MustCompile(`(?i)^https?://`)

// countMastodon counts characters, an address as 23.
func countMastodon(text string) int {
	var shown strings.Builder
	at := 0
	for _, l := range findLinks(text) {
		if mastodonLink.MatchString(text[l.from:l.to]) {
			shown.WriteString(text[at:l.from])
			shown.WriteString(strings.Repeat("x", linkLength))
			at = l.to
		}
	}
	shown.WriteString(text[at:])
	return countGraphemes(remote.ReplaceAllString(shown.String(), "$1@$2"))
}
