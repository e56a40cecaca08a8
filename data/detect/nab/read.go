package nab

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
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

// Read reads the series of a folder: NAME.csv.gz files and labels.json.
func Read(folder fs.FS) ([]Series, error) {
	var labels struct {
		Windows map[string][][2]string `json:"windows"`
		Labels  map[string][]string    `json:"labels"`
	}
	text, err := fs.ReadFile(folder, "labels.json")
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &labels); err != nil {
		return nil, fmt.Errorf("labels.json: %w", err)
	}
	files, err := fs.Glob(folder, "*.csv.gz")
	if err != nil {
		return nil, err
	}
	var all []Series
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".gz")
		s, err := readSeries(folder, file, labels.Windows[name], labels.Labels[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, s)
	}
	return all, nil
}

func readSeries(folder fs.FS, file string, windows [][2]string, labels []string) (s Series, err error) {
	s.Name = strings.TrimSuffix(path.Base(file), ".csv.gz")
	f, err := folder.Open(file)
	if err != nil {
		return s, err
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		return s, err
	}
	rows, err := csv.NewReader(unpacked).ReadAll()
	if err != nil {
		return s, err
	}
	for _, row := range rows[1:] {
		at, err := time.Parse(time.DateTime, row[0])
		if err != nil {
			return s, err
		}
		value, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			return s, err
		}
		s.At, s.Value = append(s.At, at), append(s.Value, value)
	}
	for _, w := range windows {
		var both [2]time.Time
		for i, text := range w {
			if both[i], err = time.Parse("2006-01-02 15:04:05.999999", text); err != nil {
				return s, err
			}
		}
		s.Windows = append(s.Windows, both)
	}
	for _, text := range labels {
		at, err := time.Parse(time.DateTime, text)
		if err != nil {
			return s, err
		}
		s.Labels = append(s.Labels, at)
	}
	return s, nil
}
