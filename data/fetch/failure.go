package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"vedetta/data"
)

// hosted is an error about a host.
func hosted(code data.Code, host string) *data.Error {
	return (&data.Error{Code: code}).With("Host", host)
}

// unreachable says why there is no answer. The cause is told without the
// address: keys may stand in it.
func unreachable(err error, host string) error {
	var inner *url.Error
	if errors.As(err, &inner) {
		err = inner.Err
	}
	code := data.ErrFetchOffline
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, context.Canceled):
		return &data.Error{Code: data.ErrCancelled, Err: err}
	case errors.Is(err, errPrivate):
		code = data.ErrFetchPrivate
	case errors.Is(err, errRedirect):
		code = data.ErrFetchAddress
	case errors.As(err, &certificate):
		code = data.ErrFetchCertificate
	}
	e := hosted(code, host)
	e.Err = err
	return e
}

// judge makes an error of a status that is none of success.
func (c *Client) judge(a *Answer, r Request, host string) error {
	if a.Status >= 200 && a.Status < 300 || slices.Contains(r.Accepts, a.Status) {
		return nil
	}
	e := hosted(codeOf(a.Status), host).With("Status", a.Status)
	e.Err = fmt.Errorf("status %d: %s", a.Status, beginning(a.Body))
	if a.Status == http.StatusTooManyRequests {
		if after := c.retryAfter(a.Header); after > 0 {
			e = e.With("Until", c.clock().Add(after).UTC().Truncate(time.Second))
		}
	}
	return e
}

func codeOf(status int) data.Code {
	switch {
	case status == http.StatusUnauthorized:
		return data.ErrFetchKeys
	case status == http.StatusForbidden:
		return data.ErrFetchForbidden
	case status == http.StatusNotFound, status == http.StatusGone:
		return data.ErrFetchNotFound
	case status == http.StatusTooManyRequests:
		return data.ErrFetchLimit
	case status >= 500:
		return data.ErrFetchServer
	}
	return data.ErrFetchRefused
}

// beginning of an answer is for the log; servers do not repeat keys in it.
func beginning(body []byte) string {
	const most = 200
	return strconv.Quote(string(body[:min(len(body), most)]))
}

// retryAfter is how long a server wants to be left alone (RFC 9110 10.2.3, in
// seconds or as a time); 0 if it does not say.
func (c *Client) retryAfter(h http.Header) time.Duration {
	v := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(v); err == nil {
		return time.Duration(max(seconds, 0)) * time.Second
	}
	if at, err := http.ParseTime(v); err == nil {
		return max(at.Sub(c.clock()), 0)
	}
	return 0
}
