package data

// WatchedFolder is the folder whose new files are imported by themselves.
type WatchedFolder struct {
	Path string // "" until the person has chosen one
	On   bool
	Gone bool // on, but not there now: a stick that was pulled, a share that is off
}

// WatchedFile tells what became of a file of the watched folder; of an archive
// there is one for each entry.
type WatchedFile struct {
	Path   string
	Entry  string
	Import Import // as it stands in the history; ID 0 when the file was not kept there
	Err    error  // why it is ImportFailed or ImportWaiting; nil when it came in
}
