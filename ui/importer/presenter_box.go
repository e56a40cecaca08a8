package importer

import (
	"os"
	"path/filepath"

	"vedetta/data"
	"vedetta/data/desk"
)

// filesIn lists the files in a folder that may hold mentions, by name.
func filesIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, data.Errorf(data.ErrFileDenied, "listing %s: %w", folder, err)
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() && desk.IsExport(e.Name()) {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	if len(files) == 0 {
		return nil, data.Errorf(data.ErrFolderEmpty, "nothing to import in %s", folder)
	}
	return files, nil
}

// Entries are the files in the present archive.
func (p *Presenter) Entries() []Entry {
	if i := p.present(); i != nil {
		return i.entries
	}
	return nil
}

// ChooseEntry takes a file of the present archive or leaves it out.
func (p *Presenter) ChooseEntry(n int, on bool) {
	if e := p.Entries(); p.Stage() == StageBox && n >= 0 && n < len(e) && e[n].Chosen != on {
		e[n].Chosen = on
		p.face.StageChanged()
	}
}

// ChooseAllEntries takes all files of the present archive or none.
func (p *Presenter) ChooseAllEntries(on bool) {
	for n := range p.Entries() {
		p.present().entries[n].Chosen = on
	}
	p.face.StageChanged()
}

// Chosen counts the files of the present archive that are taken.
func (p *Presenter) Chosen() (n int) {
	for _, e := range p.Entries() {
		if e.Chosen {
			n++
		}
	}
	return n
}

// OpenBox puts the chosen files of the present archive into the queue, in its
// place.
func (p *Presenter) OpenBox() {
	if p.Stage() != StageBox || p.Chosen() == 0 {
		return
	}
	box := p.present()
	var items []*item
	for _, e := range box.entries {
		if e.Chosen {
			i := newItem(data.Plan{Path: box.plan.Path, Entry: e.Name})
			i.opened = true
			items = append(items, i)
		}
	}
	p.replace(box, items)
	p.face.StageChanged()
	p.look()
}
