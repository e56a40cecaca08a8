package formats

import (
	"net/url"
	"slices"
	"strings"
)

// sourceWords maps what exports call a source, or its host, to our key.
var sourceWords = map[string]string{
	"twitter": "x", "x": "x", "x com": "x", "twitter com": "x", "t co": "x",
	"facebook": "facebook", "facebook com": "facebook", "facebook public": "facebook", "fb": "facebook",
	"instagram": "instagram", "instagram com": "instagram", "instagram public": "instagram",
	"youtube": "youtube", "youtube com": "youtube", "youtu be": "youtube", "video": "youtube",
	"google": "google", "google maps": "google", "google com": "google", "google business": "google", "google reviews": "google", "recensione google": "google", "recensioni google": "google", "maps google com": "google",
	"trustpilot": "trustpilot", "trustpilot com": "trustpilot", "it trustpilot com": "trustpilot",
	"tripadvisor": "tripadvisor", "tripadvisor com": "tripadvisor", "tripadvisor it": "tripadvisor",
	"reddit": "reddit", "reddit com": "reddit", "tiktok": "tiktok", "tiktok com": "tiktok",
	"mastodon": "mastodon", "bluesky": "bluesky", "bsky app": "bluesky", "threads": "threads", "threads net": "threads",
	"linkedin": "linkedin", "linkedin com": "linkedin", "telegram": "telegram", "t me": "telegram", "pinterest": "pinterest",
	"news": "news", "online news": "news", "notizie": "news", "print": "news", "editorial": "news", "newspaper": "news",
	"blog": "blog", "blogs": "blog", "tumblr": "blog",
	"forum": "forum", "forums": "forum", "message boards": "forum", "discussion": "forum",
	"review": "review", "reviews": "review", "recensioni": "review", "product reviews": "review",
	"web": "web", "website": "web", "sito": "web",
	"amazon": "amazon", "amazon com": "amazon", "amazon it": "amazon", "amazon co uk": "amazon", "amazon de": "amazon", "amazon fr": "amazon", "amazon es": "amazon",
	"google play": "google_play", "google play store": "google_play", "play google com": "google_play",
}

// SourceKey is our key for what a file calls a source, of a list the last and
// most special; a name that we do not know is kept, in lower case.
func SourceKey(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	if key, ok := sourceWords[word]; ok {
		return key // as most files write it: no need to fold
	}
	folded := Fold(word)
	if key, ok := sourceWords[folded]; ok {
		return key
	}
	if strings.ContainsAny(word, ";,[_") { // SOCIALMEDIA;SOCIALMEDIA_TWITTER
		for _, w := range slices.Backward(strings.Fields(folded)) {
			if key, ok := sourceWords[w]; ok {
				return key
			}
		}
	}
	return word
}

// SourceOfURL tells the source from an address; "" if its host says nothing.
func SourceOfURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.TrimPrefix(strings.TrimPrefix(u.Hostname(), "www."), "m.")
	return sourceWords[Fold(host)]
}

var languages = map[string]string{
	"italian": "it", "italiano": "it", "english": "en", "inglese": "en", "spanish": "es", "spagnolo": "es",
	"french": "fr", "francese": "fr", "german": "de", "tedesco": "de", "portuguese": "pt", "portoghese": "pt",
	"italien": "it", "italienisch": "it", "inglés": "en", "anglais": "en", "englisch": "en", "español": "es", "espagnol": "es", "spanisch": "es",
	"français": "fr", "francés": "fr", "französisch": "fr", "deutsch": "de", "alemán": "de", "allemand": "de", "português": "pt", "portugués": "pt",
	"und": "", "unknown": "", "unspecified": "", "qme": "", "qht": "", "zxx": "",
}

// LanguageCode reads "it", "it-IT", "Italian" as "it"; "" for no language.
func LanguageCode(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	if code, ok := languages[word]; ok {
		return code
	}
	code, _, _ := strings.Cut(strings.ReplaceAll(word, "_", "-"), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}
