package desk

import "vedetta/data/watch"

// IsExport tells whether a file of this name may be an export; dialogs and
// folders offer only those.
func IsExport(name string) bool { return watch.IsExport(name) }
