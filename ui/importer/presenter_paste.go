package importer

import (
	"strings"

	"vedetta/data"
)

// Paste takes rows that were copied in another program, as a file of their
// own.
func (p *Presenter) Paste(text string) {
	if strings.TrimSpace(text) == "" {
		p.face.Told(p.words.Text("importer.paste.empty"))
		return
	}
	i := newItem(data.Plan{})
	i.text = text
	p.add([]*item{i})
}
