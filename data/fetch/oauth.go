package fetch

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// renewed asks for a token of the next hour with one that lasts (RFC 6749, 6).
func renewed(ctx context.Context, c *Client, address, host, client, secret, refresh string) (string, error) {
	if refresh == "" {
		return "", lacking("refresh")
	}
	var got struct {
		Token string `json:"access_token"`
	}
	_, err := c.JSON(ctx, Request{
		Method: http.MethodPost, URL: address,
		Form: url.Values{"grant_type": {"refresh_token"}, "client_id": {client}, "client_secret": {secret}, "refresh_token": {refresh}}.Encode(),
	}, &got)
	// A token that was withdrawn is an "invalid_grant" with status 400.
	if data.CodeOf(err) == data.ErrFetchRefused && err != nil || err == nil && got.Token == "" {
		return "", hosted(data.ErrFetchKeys, host)
	}
	return got.Token, err
}

// googleToken is a token for Google's interfaces.
func googleToken(ctx context.Context, c *Client, s Setup) (string, error) {
	return renewed(ctx, c, base(s, "https://oauth2.googleapis.com")+"/token", "Google", s["client"], s["secret"], s["refresh"])
}

// signer signs requests with the keys of an app and of an account (OAuth 1.0a,
// RFC 5849).
type signer struct{ key, secret, token, tokenSecret string }

// header is the signature of a request whose body is no form.
func (g signer) header(method, address string, now time.Time) map[string]string {
	return map[string]string{"Authorization": g.signed(method, address, rand.Text(), strconv.FormatInt(now.Unix(), 10), nil)}
}

func (g signer) signed(method, address, nonce, at string, form url.Values) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	own := map[string]string{
		"oauth_consumer_key": g.key, "oauth_nonce": nonce, "oauth_signature_method": "HMAC-SHA1",
		"oauth_timestamp": at, "oauth_token": g.token, "oauth_version": "1.0",
	}
	var all []string
	for k, v := range own {
		all = append(all, escaped(k)+"="+escaped(v))
	}
	for _, values := range []url.Values{u.Query(), form} {
		for k, list := range values {
			for _, v := range list {
				all = append(all, escaped(k)+"="+escaped(v))
			}
		}
	}
	slices.Sort(all)
	u.RawQuery = ""
	text := method + "&" + escaped(u.String()) + "&" + escaped(strings.Join(all, "&"))
	mac := hmac.New(sha1.New, []byte(escaped(g.secret)+"&"+escaped(g.tokenSecret)))
	mac.Write([]byte(text))
	own["oauth_signature"] = base64.StdEncoding.EncodeToString(mac.Sum(nil))
	var parts []string
	for k, v := range own {
		parts = append(parts, k+`="`+escaped(v)+`"`)
	}
	slices.Sort(parts)
	return "OAuth " + strings.Join(parts, ", ")
}

// escaped is text as signatures want it: blanks as %20, and ~ as it is.
func escaped(text string) string {
	return strings.NewReplacer("+", "%20", "%7E", "~").Replace(url.QueryEscape(text))
}
