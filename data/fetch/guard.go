package fetch

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"
)

// guard decides which hosts may be reached: public ones, and those that the
// person typed. Nobody else, a redirect least of all, leads into the local
// network.
type guard struct {
	typed  []string // lower case, without port
	proxy  func(*http.Request) (*url.URL, error)
	dialer net.Dialer
}

var (
	errPrivate  = errors.New("the address leads into a private network")
	errRedirect = errors.New("the address leads on without end, or to an unsafe one")
)

const mostRedirects = 5

func newGuard(typed []string) *guard {
	g := &guard{proxy: http.ProxyFromEnvironment, dialer: net.Dialer{Timeout: 15 * time.Second}}
	for _, host := range typed {
		g.typed = append(g.typed, strings.ToLower(host))
	}
	return g
}

// dial connects, to a private address only where the host was typed or is the
// proxy of the environment.
func (g *guard) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	d := g.dialer
	if !g.trusts(host) && !g.isProxy(addr) {
		d.Control = public
	}
	return d.DialContext(ctx, network, addr)
}

func (g *guard) trusts(host string) bool { return slices.Contains(g.typed, strings.ToLower(host)) }

// isProxy tells whether an address is that of the proxy that the environment
// names for ordinary hosts.
func (g *guard) isProxy(addr string) bool {
	for _, scheme := range []string{"http", "https"} {
		p, err := g.proxy(&http.Request{URL: &url.URL{Scheme: scheme, Host: "example.org"}})
		if err == nil && p != nil && hostPort(p) == addr {
			return true
		}
	}
	return false
}

func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443", "socks5": "1080"}[u.Scheme]
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// public refuses the address that a name was resolved to when it is not one of
// the open network.
func public(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	if ip := at.Addr().Unmap(); !isPublic(ip) {
		return errPrivate
	}
	return nil
}

// carrierGrade (RFC 6598) is shared by the customers of a provider.
var carrierGrade = netip.MustParsePrefix("100.64.0.0/10")

func isPublic(ip netip.Addr) bool {
	return ip.IsGlobalUnicast() && !ip.IsPrivate() && !carrierGrade.Contains(ip)
}

// redirect follows five times at most, never from a closed connection to an
// open one, and through a proxy, which resolves names itself, never to a name
// that is plainly a local one.
func (g *guard) redirect(next *http.Request, via []*http.Request) error {
	host := next.URL.Hostname()
	ip, err := netip.ParseAddr(host)
	switch {
	case len(via) > mostRedirects:
		return errRedirect
	case next.URL.Scheme != "https" && (next.URL.Scheme != "http" || via[len(via)-1].URL.Scheme == "https"):
		return errRedirect
	case g.trusts(host):
		return nil
	case err == nil && !isPublic(ip.Unmap()), host == "localhost", strings.HasSuffix(host, ".localhost"), strings.HasSuffix(host, ".local"):
		return errPrivate
	}
	return nil
}
