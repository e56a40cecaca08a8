package desk

import "vedetta/data/ingest"

// Contents lists the files in an archive that may hold mentions; nil for a
// file that is no archive.
func (d *Desk) Contents(path string) ([]string, error) { return ingest.Contents(path) }
