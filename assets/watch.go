package assets

import (
	"strings"

	"vedetta/data"
)

// ImportName is the short name of an import: its file, or how it came without
// one.
func (w *Words) ImportName(i data.Import) string {
	switch {
	case i.Path != "":
		return fileName(i.Path)
	case i.Format == data.FormatManual:
		return w.Text("import.manual")
	}
	return w.Text("import.pasted")
}

// fileName is the last part of a path of any system: a workspace may come
// from another one.
func fileName(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// Watched says what became of a file of the watched folder.
func (w *Words) Watched(f data.WatchedFile) string {
	name := fileName(f.Path)
	if f.Entry != "" {
		name += "/" + f.Entry
	}
	switch {
	case f.Err != nil:
		why, hint := w.Explain(f.Err)
		key := "watch.failed"
		if f.Import.State == data.ImportWaiting {
			key = "watch.waiting"
		}
		return strings.TrimSpace(w.Text(key, "File", name, "Why", why) + " " + hint)
	case f.Import.New == 0:
		return w.Text("watch.nothing_new", "File", name)
	}
	return w.Count("watch.imported", f.Import.New, "File", name)
}
