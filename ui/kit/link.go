package kit

import (
	"net/url"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// OpenLink shows an address of a stranger in full and opens it in the browser
// if the person says so. Anything but http and https with a host is refused.
func OpenLink(env *Env, address string) {
	w := env.Words
	target, ok := webAddress(address)
	if !ok {
		env.Toast.Say(w.Text("kit.link.refused"))
		return
	}
	text := widget.NewLabel(Plain(target.String()))
	text.Wrapping = fyne.TextWrapWord
	content := NewDown(Gap, NewPara(Body, w.Text("kit.link.ask")), text)
	d := dialog.NewCustomConfirm(w.Text("kit.link.title"), w.Text("kit.link.open"), w.Text("kit.cancel"),
		Sized(420, 0, content), func(yes bool) {
			if !yes {
				return
			}
			if err := fyne.CurrentApp().OpenURL(target); err != nil {
				env.Toast.Say(w.Text("kit.link.failed"))
			}
		}, env.Window)
	d.Show()
}

// OpenPlace opens the page where an answer is to be written, without asking
// where it is a page of one of the networks themselves: the person just said to
// go there. All else is asked about.
func OpenPlace(env *Env, address string) {
	target, ok := webAddress(address)
	if !ok || target.Scheme != "https" || target.User != nil || !ofNetwork(target.Hostname()) {
		OpenLink(env, address)
		return
	}
	if err := fyne.CurrentApp().OpenURL(target); err != nil {
		env.Toast.Say(env.Words.Text("kit.link.failed"))
	}
}

// networks are the hosts on which mentions are published, without the part
// that tells country and service.
var networks = []string{
	"google.com", "facebook.com", "instagram.com", "x.com", "twitter.com", "threads.net", "threads.com", "bsky.app",
	"mastodon.social", "mastodon.uno", "youtube.com", "linkedin.com", "tiktok.com", "reddit.com", "t.me",
	"trustpilot.com", "tripadvisor.com", "tripadvisor.it", "yelp.com", "yelp.it", "booking.com", "thefork.it", "thefork.com",
}

func ofNetwork(host string) bool {
	host = strings.ToLower(host)
	return slices.ContainsFunc(networks, func(n string) bool { return host == n || strings.HasSuffix(host, "."+n) })
}

// webAddress reads an address that a browser may be sent to.
func webAddress(address string) (*url.URL, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, false
	}
	return u, true
}
