package nab

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"time"
)

// Series is a series of counts with the windows around its labelled anomalies.
type Series struct {
	Name    string
	At      []time.Time
	Value   []float64
	Windows [][2]time.Time // both ends included
	Labels  []time.Time    // the anomalies themselves
}

// labels are the labelled instants and their windows, by file.
type labels struct {
	Windows map[string][][2]string `json:"windows"`
	Labels  map[string][]string    `json:"labels"`
}

// Read reads the series of a folder, by name: NAME.csv or NAME.csv.gz files
// of times and values below a heading, and labels.json.
func Read(folder fs.FS) ([]Series, error) {
	text, err := fs.ReadFile(folder, "labels.json")
	if err != nil {
		return nil, err
	}
	var known labels
	if err := json.Unmarshal(text, &known); err != nil {
		return nil, fmt.Errorf("labels.json: %w", err)
	}
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	var all []Series
	for _, entry := range entries {
		file := entry.Name()
		if !strings.HasSuffix(strings.TrimSuffix(file, ".gz"), ".csv") {
			continue
		}
		s, err := readSeries(folder, file, known)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, s)
	}
	return all, nil
}

func readSeries(folder fs.FS, file string, known labels) (Series, error) {
	name := strings.TrimSuffix(file, ".gz")
	s := Series{Name: strings.TrimSuffix(name, ".csv")}
	windows, ok := known.Windows[name]
	if !ok {
		return s, errors.New("labels.json has no windows for it")
	}
	rows, err := readRows(folder, file)
	if err != nil {
		return s, err
	}
	if err := s.addRows(rows); err != nil {
		return s, err
	}
	for _, w := range windows {
		both, err := times(w[:])
		if err != nil {
			return s, err
		}
		s.Windows = append(s.Windows, [2]time.Time(both))
	}
	s.Labels, err = times(known.Labels[name])
	return s, err
}

// readRows reads a table of two columns, without its heading.
func readRows(folder fs.FS, file string) ([][]string, error) {
	f, err := folder.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var text io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if text, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	table := csv.NewReader(text)
	table.FieldsPerRecord = 2
	rows, err := table.ReadAll()
	if err == nil && len(rows) < 2 {
		err = errors.New("holds no rows")
	}
	if err != nil {
		return nil, err
	}
	return rows[1:], nil
}

func (s *Series) addRows(rows [][]string) error {
	for _, row := range rows {
		at, err := time.Parse(time.DateTime, row[0])
		if err != nil {
			return err
		}
		value, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			return err
		}
		s.At, s.Value = append(s.At, at), append(s.Value, value)
	}
	return nil
}

// times parses instants; a fraction of a second may follow.
func times(texts []string) (out []time.Time, err error) {
	for _, text := range texts {
		at, err := time.Parse(time.DateTime, text)
		if err != nil {
			return nil, err
		}
		out = append(out, at)
	}
	return out, nil
}
