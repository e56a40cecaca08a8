package fetch

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"vedetta/data"
)

// YouTube reads the comments on a channel's videos and on videos that a search
// finds. A key reads; to answer, a token of the channel is needed.
// https://developers.google.com/youtube/v3/docs
type YouTube struct{}

// Network is data.NetworkYouTube.
func (YouTube) Network() data.Network { return data.NetworkYouTube }

// Fields are the key, the channel, what to search for, and, to answer, the
// person's own project with a token that lasts.
func (YouTube) Fields() []data.ConnectionField {
	return []data.ConnectionField{
		{Key: "key", Secret: true},
		{Key: "channel", Optional: true},
		{Key: "words", Optional: true},
		{Key: "client", Optional: true},
		{Key: "secret", Secret: true, Optional: true},
		{Key: "refresh", Secret: true, Optional: true},
	}
}

// Pace is slow: what counts is the quota of a day.
func (YouTube) Pace() (time.Duration, int) { return 200 * time.Millisecond, 5 }

// Hosts is none: the network has its own.
func (YouTube) Hosts(s Setup) []string { return typed(s) }

type youtubeComment struct {
	ID      string
	Snippet struct {
		Text      string                 `json:"textOriginal"`
		Shown     string                 `json:"textDisplay"`
		Author    string                 `json:"authorDisplayName"`
		AuthorURL string                 `json:"authorChannelUrl"`
		AuthorID  struct{ Value string } `json:"authorChannelId"`
		Likes     *int64                 `json:"likeCount"`
		Published string                 `json:"publishedAt"`
		Video     string                 `json:"videoId"`
		Parent    string                 `json:"parentId"`
	}
}

type youtubeThreads struct {
	Next  string `json:"nextPageToken"`
	Items []struct {
		Snippet struct {
			Top     youtubeComment `json:"topLevelComment"`
			Video   string         `json:"videoId"`
			Replies *int64         `json:"totalReplyCount"`
		}
	}
}

// youtubeUnits are given for a day, and "units" is the reading that counts those
// used up: its time is the day, its pages the units.
const (
	youtubeUnits = 10_000
	youtubeMeter = "units"
)

// youtubeDay is the day of the quota: it begins at midnight in California.
func youtubeDay(now time.Time) time.Time {
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		zone = time.FixedZone("PST", -8*3600)
	}
	return data.DayStart(now, zone)
}

// Used counts a unit for each page that was read today; answers, which take 50
// each, are not among them.
func (YouTube) Used(cursor string, now time.Time) (used, most int) {
	meter := readingsOf(cursor)[youtubeMeter]
	if meter.Until.Equal(youtubeDay(now)) {
		used = meter.Pages
	}
	return used, youtubeUnits
}

// count notes a unit that is used up.
func (YouTube) count(at readings, now time.Time) {
	meter, day := at[youtubeMeter], youtubeDay(now)
	if !meter.Until.Equal(day) {
		meter = reading{Until: day}
	}
	meter.Pages++
	at[youtubeMeter] = meter
}

// youtubeVideos is how many videos a search looks at.
const youtubeVideos = 10

func (YouTube) get(ctx context.Context, c *Client, s Setup, path string, query url.Values, into any) error {
	// The key goes as a header: an address may be written into a log.
	_, err := c.JSON(ctx, Request{
		URL: with(base(s, "https://www.googleapis.com")+"/youtube/v3/"+path, query), Header: map[string]string{"X-Goog-Api-Key": strings.TrimSpace(s["key"])},
	}, into)
	return err
}

// threads reads a page of the comments of a channel or a video. Comments that
// are switched off are none.
func (n YouTube) threads(ctx context.Context, c *Client, s Setup, key, id, next string) (l listed, err error) {
	query := url.Values{"part": {"snippet"}, key: {id}, "maxResults": {"100"}, "order": {"time"}, "textFormat": {"plainText"}}
	if next != "" {
		query.Set("pageToken", next)
	}
	var found youtubeThreads
	err = n.get(ctx, c, s, "commentThreads", query, &found)
	if data.CodeOf(err) == data.ErrFetchForbidden && strings.Contains(err.Error(), "commentsDisabled") {
		return l, nil
	}
	if err != nil {
		return l, quota(err)
	}
	for _, item := range found.Items {
		top := item.Snippet.Top
		if top.Snippet.Video == "" {
			top.Snippet.Video = item.Snippet.Video
		}
		m := top.mention()
		m.Engagement.Replies = known(item.Snippet.Replies)
		l.mentions = append(l.mentions, m)
	}
	l.mentions, l.next = usable(l.mentions), found.Next
	l.span()
	return l, nil
}

// quota says of a day's quota that is used up what it is: no missing
// permission.
func quota(err error) error {
	if data.CodeOf(err) == data.ErrFetchForbidden && (strings.Contains(err.Error(), "quotaExceeded") || strings.Contains(err.Error(), "rateLimitExceeded")) {
		return hosted(data.ErrFetchLimit, "YouTube")
	}
	return err
}

func (c youtubeComment) mention() data.Mention {
	s := c.Snippet
	text := s.Text
	if text == "" {
		text = plain(s.Shown)
	}
	m := data.Mention{
		Source: string(data.NetworkYouTube), ExternalID: c.ID, URL: "https://www.youtube.com/watch?v=" + s.Video + "&lc=" + c.ID, Text: strings.TrimSpace(text),
		PublishedAt: when(s.Published), PublishedRaw: s.Published, InReplyTo: s.Parent,
		Author: data.Author{ID: s.AuthorID.Value, Name: s.Author, Followers: data.Unknown}, Engagement: data.NoEngagement,
	}
	m.Author.Handle = strings.TrimPrefix(s.Author, "@")
	m.Engagement.Likes = known(s.Likes)
	return m
}

// videos are the newest that a search finds.
func (n YouTube) videos(ctx context.Context, c *Client, s Setup, words string) (ids []string, err error) {
	query := url.Values{"part": {"id"}, "type": {"video"}, "order": {"date"}, "q": {words}, "maxResults": {"10"}}
	var found struct {
		Items []struct {
			ID struct {
				VideoID string `json:"videoId"`
			}
		}
	}
	err = quota(n.get(ctx, c, s, "search", query, &found))
	for _, item := range found.Items {
		ids = append(ids, item.ID.VideoID)
	}
	return ids[:min(youtubeVideos, len(ids))], err
}

// Test reads the channel, or tries the search.
func (n YouTube) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	if s["channel"] == "" && len(list(s["words"])) == 0 {
		return data.ConnectionTest{}, lacking("channel")
	}
	if s["channel"] == "" {
		_, err := n.videos(ctx, c, s, list(s["words"])[0])
		return data.ConnectionTest{Account: "YouTube"}, err
	}
	l, err := n.threads(ctx, c, s, "allThreadsRelatedToChannelId", s["channel"], "")
	t := sampled("YouTube "+s["channel"], l)
	if s["refresh"] == "" {
		t.Missing = append(t.Missing, "youtube.force-ssl")
	}
	return t, err
}

// Fetch reads the channel's comments, then those of the videos that searches
// find now.
func (n YouTube) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	at := readingsOf(cursor)
	const most, mostOfVideo = 100, 20
	if s["channel"] != "" {
		err := at.follow("channel", most, func(next string) (listed, error) {
			n.count(at, c.clock())
			return n.threads(ctx, c, s, "allThreadsRelatedToChannelId", s["channel"], next)
		}, take)
		if err != nil {
			return err
		}
	}
	for _, words := range list(s["words"]) {
		ids, err := n.videos(ctx, c, s, words)
		if err != nil {
			return err
		}
		for _, id := range ids {
			err := at.follow("v "+id, mostOfVideo, func(next string) (listed, error) {
				n.count(at, c.clock())
				return n.threads(ctx, c, s, "videoId", id, next)
			}, take)
			if err != nil && data.CodeOf(err) != data.ErrFetchNotFound {
				return err
			}
		}
	}
	return nil
}

// Reply answers a comment in its thread.
func (n YouTube) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	token, err := googleToken(ctx, c, s)
	if err != nil {
		return data.Posted{}, err
	}
	var made youtubeComment
	_, err = c.JSON(ctx, Request{
		Method: http.MethodPost, URL: base(s, "https://www.googleapis.com") + "/youtube/v3/comments?part=snippet", Header: bearer(token),
		Body: map[string]any{"snippet": map[string]string{"parentId": youtubeThread(out.To.ExternalID), "textOriginal": out.Text}},
	}, &made)
	if err != nil {
		return data.Posted{}, quota(err)
	}
	return data.Posted{ID: made.ID, URL: out.To.URL, At: when(made.Snippet.Published)}, nil
}

// youtubeThread is the comment at the top of the thread of a comment.
func youtubeThread(id string) string {
	top, _, _ := strings.Cut(id, ".")
	return top
}

// FindReply looks among the answers to a comment.
func (n YouTube) FindReply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, bool, error) {
	var found struct{ Items []youtubeComment }
	query := url.Values{"part": {"snippet"}, "parentId": {youtubeThread(out.To.ExternalID)}, "maxResults": {"100"}, "textFormat": {"plainText"}}
	if err := n.get(ctx, c, s, "comments", query, &found); err != nil {
		return data.Posted{}, false, quota(err)
	}
	for _, one := range found.Items {
		if m := one.mention(); data.SameReply(m.Text, out.Text) && (s["channel"] == "" || m.Author.ID == s["channel"]) {
			return data.Posted{ID: one.ID, URL: out.To.URL, At: m.PublishedAt}, true, nil
		}
	}
	return data.Posted{}, false, nil
}
