package desk

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/detect"
)

// SeriesRow is a row of a series of counts and what the detectors say to it.
type SeriesRow struct {
	Stamp  string // as it stands in the file
	Score  float64
	Alarms []data.Alarm
}

// DetectSeries runs the detectors over a CSV of counts: the columns timestamp
// and value or n, and perhaps negative. A row counts the step that begins at
// its timestamp; times without a zone are UTC. Rows out of order are put in
// order. Errors are ErrSeries with the line and what is wrong.
func DetectSeries(in io.Reader, step time.Duration, s data.Sensitivity, use func(SeriesRow) error) error {
	rows, negatives, err := readSeries(in)
	if err != nil {
		return err
	}
	slices.SortStableFunc(rows, func(a, b seriesRow) int { return a.At.Compare(b.At) })
	series := detect.NewSeries(step, s, negatives)
	for _, r := range rows {
		score, alarms := series.Add(r.Point)
		if err := use(SeriesRow{r.stamp, score, alarms}); err != nil {
			return err
		}
	}
	return nil
}

type seriesRow struct {
	detect.Point
	stamp string
}

func seriesError(line int, what string) error {
	return (&data.Error{Code: data.ErrSeries}).With("Line", line).With("What", what)
}

func readSeries(in io.Reader) (rows []seriesRow, negatives bool, err error) {
	r := csv.NewReader(in)
	r.FieldsPerRecord, r.TrimLeadingSpace, r.LazyQuotes = -1, true, true
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, false, &data.Error{Code: data.ErrFileEmpty}
	}
	if err != nil {
		return nil, false, seriesError(1, err.Error())
	}
	at := map[string]int{}
	for i, name := range header {
		at[strings.ToLower(strings.Trim(name, "\ufeff \t"))] = i
	}
	stamp, hasStamp := at["timestamp"]
	count, hasCount := at["n"]
	if !hasCount {
		count, hasCount = at["value"]
	}
	negative, negatives := at["negative"]
	if !hasStamp || !hasCount {
		return nil, false, seriesError(1, "timestamp, value")
	}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, negatives, nil
		}
		line, _ := r.FieldPos(0)
		if err != nil {
			return nil, false, seriesError(line, err.Error())
		}
		row, what := readSeriesRow(cells, stamp, count, negative, negatives)
		if what != "" {
			return nil, false, seriesError(line, what)
		}
		rows = append(rows, row)
	}
}

// readSeriesRow reads a row; what is the cell that cannot be read.
func readSeriesRow(cells []string, stamp, count, negative int, negatives bool) (row seriesRow, what string) {
	cell := func(i int) string {
		if i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	row.stamp = cell(stamp)
	var ok bool
	if row.At, ok = seriesTime(row.stamp); !ok {
		return row, "timestamp " + row.stamp
	}
	var err error
	if row.Count, err = strconv.ParseFloat(cell(count), 64); err != nil || row.Count < 0 || row.Count > 1e9 {
		return row, "value " + cell(count)
	}
	if negatives {
		k, err := strconv.ParseFloat(cell(negative), 64)
		if err != nil || k < 0 || k > row.Count {
			return row, "negative " + cell(negative)
		}
		row.Negative = int(k)
	}
	return row, ""
}

var seriesLayouts = []string{time.DateTime, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04", "2006-01-02T15:04", time.DateOnly}

func seriesTime(text string) (time.Time, bool) {
	for _, layout := range seriesLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC(), true
		}
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return time.Unix(n, 0).UTC(), true
	}
	return time.Time{}, false
}
