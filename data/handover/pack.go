package handover

import (
	"archive/zip"
	"io"
	"time"
)

// File is a file of the archive and who writes it.
type File struct {
	Name  string // without folders
	Key   string // of what it is; a sentence says it to people
	Write func(io.Writer) error
}

// Pack writes the files into one archive, one after the other; before each it
// tells how many are done.
func Pack(to io.Writer, files []File, at time.Time, done func(n int)) error {
	z := zip.NewWriter(to)
	for n, f := range files {
		done(n)
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: at})
		if err != nil {
			return err
		}
		if err := f.Write(w); err != nil {
			return err
		}
	}
	done(len(files))
	return z.Close()
}
