package desk

import (
	"os"
	"strings"

	"vedetta/data"
)

// importPath names a file, or a file in an archive, in the history.
func importPath(r data.Recognition) string {
	if r.Entry == "" {
		return r.Path
	}
	return r.Path + "/" + r.Entry
}

// PlanOf is a plan for the file of an import, to look at it or import it
// again; false when the file is not there any more. In an archive the path of
// an import goes on behind the file's.
func (d *Desk) PlanOf(i data.Import) (data.Plan, bool) {
	path, entry := i.Path, ""
	for path != "" {
		if info, err := os.Stat(path); err == nil {
			return data.Plan{Path: path, Entry: entry}, info.Mode().IsRegular()
		}
		cut := strings.LastIndexByte(path, '/')
		if cut < 0 {
			break
		}
		path, entry = path[:cut], i.Path[cut+1:]
	}
	return data.Plan{}, false
}
