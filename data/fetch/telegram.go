package fetch

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// Telegram reads the chats in which the person's bot is, and answers there.
// https://core.telegram.org/bots/api
type Telegram struct{}

// Network is data.NetworkTelegram.
func (Telegram) Network() data.Network { return data.NetworkTelegram }

// Fields are the bot's token.
func (Telegram) Fields() []data.ConnectionField {
	return []data.ConnectionField{{Key: "token", Secret: true}}
}

// Pace keeps well below 30 messages a second.
func (Telegram) Pace() (time.Duration, int) { return 100 * time.Millisecond, 5 }

// Hosts is none: the network has its own.
func (Telegram) Hosts(s Setup) []string { return typed(s) }

type telegramMessage struct {
	ID      int64 `json:"message_id"`
	Date    int64
	Text    string
	Caption string
	Chat    struct {
		ID       int64
		Title    string
		Username string
		Type     string
	}
	From *struct {
		ID       int64
		First    string `json:"first_name"`
		Last     string `json:"last_name"`
		Username string
		IsBot    bool   `json:"is_bot"`
		Lang     string `json:"language_code"`
	}
	ReplyTo *struct {
		ID int64 `json:"message_id"`
	} `json:"reply_to_message"`
}

const (
	telegramChat = "chat"
	telegramID   = "message"
)

func (t telegramMessage) mention() (data.Mention, bool) {
	chat, id := strconv.FormatInt(t.Chat.ID, 10), strconv.FormatInt(t.ID, 10)
	m := data.Mention{
		Source: string(data.NetworkTelegram), ExternalID: chat + "/" + id, Text: strings.TrimSpace(t.Text + t.Caption), Title: t.Chat.Title,
		PublishedAt: time.Unix(t.Date, 0).UTC(), Author: data.Author{Name: t.Chat.Title, Followers: data.Unknown}, Engagement: data.NoEngagement,
		Extras: map[string]string{telegramChat: chat, telegramID: id},
	}
	if t.Chat.Username != "" {
		m.URL = "https://t.me/" + t.Chat.Username + "/" + id
	}
	if t.ReplyTo != nil {
		m.InReplyTo = chat + "/" + strconv.FormatInt(t.ReplyTo.ID, 10)
	}
	if f := t.From; f != nil {
		m.Author = data.Author{ID: strconv.FormatInt(f.ID, 10), Name: strings.TrimSpace(f.First + " " + f.Last), Handle: f.Username, Followers: data.Unknown}
		if f.IsBot {
			return m, false
		}
	}
	return m, m.Text != "" && t.Date > 0
}

// call asks the bot's interface. The token is a part of the address: what went
// wrong is told without it.
func (Telegram) call(ctx context.Context, c *Client, s Setup, method string, body, into any) error {
	address := base(s, "https://api.telegram.org") + "/bot" + url.PathEscape(strings.TrimSpace(s["token"])) + "/" + method
	r := Request{URL: address, Body: body}
	if body != nil {
		r.Method = http.MethodPost
	}
	var out struct {
		OK     bool
		Result json.RawMessage
	}
	_, err := c.JSON(ctx, r, &out)
	if code := data.CodeOf(err); err != nil && (code == data.ErrFetchNotFound || code == data.ErrFetchKeys) {
		return hosted(data.ErrFetchKeys, "api.telegram.org") // that is what it says of a token it does not know
	}
	if err != nil || into == nil {
		return err
	}
	if err := json.Unmarshal(out.Result, into); err != nil {
		return &data.Error{Code: data.ErrFetchAnswer, Err: err}
	}
	return nil
}

// Test asks who the bot is.
func (n Telegram) Test(ctx context.Context, c *Client, s Setup) (data.ConnectionTest, error) {
	var me struct {
		Username string
		Reads    bool `json:"can_read_all_group_messages"`
	}
	err := n.call(ctx, c, s, "getMe", nil, &me)
	t := data.ConnectionTest{Account: "@" + me.Username}
	if err == nil && !me.Reads {
		t.Missing = []string{"/setprivacy"}
	}
	return t, err
}

// Fetch reads what came since. The network forgets what is behind the offset
// that it is asked for, and that is the cursor of what is stored.
func (n Telegram) Fetch(ctx context.Context, c *Client, s Setup, cursor string, take func(Page) error) error {
	for {
		query := map[string]any{"limit": 100, "timeout": 0, "allowed_updates": []string{"message", "channel_post", "edited_message", "edited_channel_post"}}
		if offset, err := strconv.ParseInt(cursor, 10, 64); err == nil {
			query["offset"] = offset
		}
		var updates []struct {
			ID            int64            `json:"update_id"`
			Message       *telegramMessage `json:"message"`
			Post          *telegramMessage `json:"channel_post"`
			Edited        *telegramMessage `json:"edited_message"`
			EditedChannel *telegramMessage `json:"edited_channel_post"`
		}
		if err := n.call(ctx, c, s, "getUpdates", query, &updates); err != nil || len(updates) == 0 {
			return err
		}
		page, before := Page{}, cursor
		for _, u := range updates {
			cursor = strconv.FormatInt(u.ID+1, 10)
			for _, t := range []*telegramMessage{u.Message, u.Post, u.Edited, u.EditedChannel} {
				if t == nil {
					continue
				}
				if m, ok := t.mention(); ok {
					page.Mentions = append(page.Mentions, m)
				}
			}
		}
		page.Mentions, page.Cursor = usable(page.Mentions), cursor
		// A server that takes no notice of the offset says the same again.
		if err := take(page); err != nil || cursor == before {
			return err
		}
	}
}

// Reply answers in the chat.
func (n Telegram) Reply(ctx context.Context, c *Client, s Setup, out data.Outgoing) (data.Posted, error) {
	id, err := strconv.ParseInt(out.Extras[telegramID], 10, 64)
	if err != nil {
		return data.Posted{}, &data.Error{Code: data.ErrFetchNotFound, Err: err, Args: map[string]any{"Host": "Telegram"}}
	}
	var made telegramMessage
	err = n.call(ctx, c, s, "sendMessage", map[string]any{
		"chat_id": out.Extras[telegramChat], "text": out.Text, "reply_parameters": map[string]any{"message_id": id, "allow_sending_without_reply": false},
	}, &made)
	if err != nil {
		return data.Posted{}, err
	}
	m, _ := made.mention()
	return data.Posted{ID: m.ExternalID, URL: m.URL, At: m.PublishedAt}, nil
}

// FindReply cannot look: a bot does not see what it wrote. It says so, and the
// answer stays in the outbox for the person to look.
func (Telegram) FindReply(context.Context, *Client, Setup, data.Outgoing) (data.Posted, bool, error) {
	return data.Posted{}, false, &data.Error{Code: data.ErrSendingUnknown}
}
