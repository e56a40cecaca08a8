package kit

import (
	"net/url"

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

// webAddress reads an address that a browser may be sent to.
func webAddress(address string) (*url.URL, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, false
	}
	return u, true
}
