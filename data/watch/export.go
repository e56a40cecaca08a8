package watch

import (
	"path/filepath"
	"strings"
)

// exports are the kinds of files that may hold mentions. A folder of
// downloads is full of others, which are none of our business.
var exports = map[string]bool{
	".csv": true, ".tsv": true, ".tab": true, ".txt": true,
	".json": true, ".jsonl": true, ".ndjson": true, ".js": true,
	".xlsx": true, ".xlsm": true, ".xls": true, ".ods": true,
	".xml": true, ".rss": true, ".atom": true, ".rdf": true,
	".zip": true, ".gz": true,
}

// IsExport tells whether a file of this name may be an export. Hidden files,
// the locks of office programs (~$x.xlsx, .~lock.x#) and downloads under way
// (x.crdownload, x.part, x.tmp) are none.
func IsExport(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
		return false
	}
	return exports[strings.ToLower(filepath.Ext(name))]
}
