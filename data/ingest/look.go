package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"vedetta/data/ingest/formats"
)

// How much is looked at to understand the columns.
const (
	profiledRows   = 200
	profiledCells  = 8_000
	fewestProfiled = 20 // rows, however wide
)

// look reads the first rows and takes the profile of each column; samples are
// some cells of each.
func (c *contents) look(rows *firstRows, written time.Time) (samples [][]string, err error) {
	samples = make([][]string, len(c.header))
	c.profiles = make([]profile, len(c.header))
	d := newDates(time.UTC, "", written)
	enough := min(profiledRows, max(profiledCells/max(len(c.header), 1), fewestProfiled))
	for len(rows.kept) < enough {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return samples, err
		}
		if row.Reject != "" {
			continue
		}
		for i := range min(len(c.header), len(row.Cells)) {
			cell := row.Cells[i]
			if strings.TrimSpace(cell) == "" {
				continue
			}
			if c.format.Key == formats.Generic.Key {
				c.profiles[i].add(cell, &d)
			} else {
				c.profiles[i].filled++ // all else is declared
			}
			if len(samples[i]) < samplesPerCell {
				samples[i] = append(samples[i], cell)
			}
		}
	}
	return samples, nil
}

// signature names a header, whatever its delimiter: the names of its columns,
// or for rows without a header what their columns hold.
func (c *contents) signature() string {
	var all strings.Builder
	for i, name := range c.header {
		all.WriteString(formats.Fold(name))
		if c.headless && i < len(c.profiles) {
			p := &c.profiles[i]
			for _, share := range []float64{p.share(aDate), p.share(aLink), p.share(aNumber)} {
				all.WriteString(strconv.FormatBool(share > 0.5))
			}
		}
		all.WriteByte(0)
	}
	sum := sha256.Sum256([]byte(all.String()))
	return hex.EncodeToString(sum[:12])
}

// firstRows keeps the rows that were looked at, so that they can be looked at
// once more before the rest.
type firstRows struct {
	kept []Row
	rest rowSource
}

func (f *firstRows) next() (Row, error) {
	row, err := f.rest.next()
	if err == nil {
		f.kept = append(f.kept, row)
	}
	return row, err
}

func (f *firstRows) again() rowSource { return &replay{f.kept, f.rest} }

type replay struct {
	kept []Row
	rest rowSource
}

func (r *replay) next() (Row, error) {
	if len(r.kept) == 0 {
		return r.rest.next()
	}
	row := r.kept[0]
	r.kept = r.kept[1:]
	return row, nil
}
