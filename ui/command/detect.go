package command

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

type detectCmd struct {
	File        string        `arg:"" help:"${detect_file}"`
	Step        time.Duration `default:"5m" help:"${detect_step}"`
	Scores      bool          `help:"${detect_scores}"`
	Sensitivity string        `enum:"calm,normal,alert" default:"normal" help:"${detect_sensitivity}"`
}

type detected struct {
	At       string        `json:"at"`
	Detector data.Detector `json:"detector"`
	Score    float64       `json:"score"`
	Observed float64       `json:"observed"`
	Expected float64       `json:"expected"`
	Sentence string        `json:"sentence"`
}

// Run prints a line of JSON for each alarm in a series of counts, or a score
// for each row.
func (c detectCmd) Run(r *run) error {
	if c.Step < time.Second || c.Step > 24*time.Hour {
		return (&data.Error{Code: data.ErrSeries}).With("Line", 0).With("What", "--step "+c.Step.String())
	}
	in, err := os.Open(c.File)
	if err != nil {
		return (&data.Error{Code: data.ErrFileMissing, Err: err}).With("Path", c.File)
	}
	defer in.Close()
	out := bufio.NewWriter(r.Out)
	err = desk.DetectSeries(in, c.Step, data.Sensitivity(c.Sensitivity), func(row desk.SeriesRow) error {
		if c.Scores {
			_, err := fmt.Fprintln(out, row.Score)
			return err
		}
		for _, a := range row.Alarms {
			line, err := json.Marshal(detected{row.Stamp, a.Detector, a.Score, a.Observed, a.Expected, r.words.AlarmSentence(a)})
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "%s\n", line)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}
