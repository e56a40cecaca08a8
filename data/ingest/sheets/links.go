package sheets

import "strings"

// linkWords are what cells say that are there for their address alone.
var linkWords = map[string]bool{
	"link": true, "url": true, "view": true, "open": true, "here": true, "click here": true, "permalink": true, "go": true, "source": true,
	"view post": true, "view comment": true, "view review": true, "view tweet": true, "see post": true, "open link": true,
	"apri": true, "vedi": true, "qui": true, "clicca qui": true, "collegamento": true, "visualizza": true, "vai": true, "apri link": true, "vedi post": true,
	"ver": true, "abrir": true, "enlace": true, "voir": true, "lien": true, "ouvrir": true, "öffnen": true, "ansehen": true, "abrir link": true,
}

// saysLink tells whether a cell's text has nothing to say beside its address.
func saysLink(text string) bool {
	return text == "" || strings.HasPrefix(text, "=") || linkWords[strings.ToLower(strings.TrimSpace(text))]
}

// hyperlink is the address in a formula HYPERLINK("address", "text").
func hyperlink(formula string) string {
	i := strings.Index(strings.ToUpper(formula), `HYPERLINK("`)
	if i < 0 {
		return ""
	}
	rest := formula[i+len(`HYPERLINK("`):]
	address, _, ok := strings.Cut(rest, `"`)
	if !ok {
		return ""
	}
	return address
}
