package charts

import (
	"math"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// intervals is how many parts the grid has: four, so that the lines are round
// on both axes, and zero net sentiment lies on the middle one.
const intervals = 4

// niceTop is the smallest value above most of which a quarter is a round
// whole number.
func niceTop(most int) float64 {
	for magnitude := 1.0; ; magnitude *= 10 {
		for _, m := range []float64{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8} {
			step := m * magnitude
			if step == math.Trunc(step) && step*intervals >= float64(most) {
				return step * intervals
			}
		}
	}
}

// leftTicks are the labels of the grid lines from below, in mentions.
func leftTicks(top float64, words *assets.Words) []string {
	out := make([]string, intervals+1)
	for i := range out {
		out[i] = words.Compact(int64(top) / intervals * int64(i))
	}
	return out
}

// rightTicks are the labels of the same lines in net sentiment.
func rightTicks() []string { return []string{"−100", "−50", "0", "50", "100"} }

// xLabel is a label under bucket i; its left edge is at x logical pixels.
type xLabel struct {
	i    int
	text string
	x    float64
}

// xLabels are as many labels as fit under bars that begin at left and are
// width wide, in a chart of the full width.
func (c Chart) xLabels(left, width, full float64) []xLabel {
	steps := []int{1, 2, 3, 5, 7, 10, 14, 21, 28, 56}
	if c.Timeline.Step == data.Hourly {
		steps = []int{1, 2, 3, 6, 12, 24}
	}
	slot := width / float64(max(len(c.Timeline.Buckets), 1))
	var labels []xLabel
	for _, step := range steps {
		labels = c.labelsEvery(step)
		for i := range labels {
			l := &labels[i]
			l.x = left + (float64(l.i)+0.5)*slot - textWidth(l.text)/2
			l.x = max(0, min(l.x, full-textWidth(l.text)))
		}
		if apart(labels) {
			return labels
		}
	}
	return labels[:min(len(labels), 1)]
}

func apart(labels []xLabel) bool {
	for i := 1; i < len(labels); i++ {
		if labels[i].x < labels[i-1].x+textWidth(labels[i-1].text)+tickGap {
			return false
		}
	}
	return true
}

// labelsEvery labels each step-th bucket; hours count from midnight.
func (c Chart) labelsEvery(step int) []xLabel {
	var out []xLabel
	for i, b := range c.Timeline.Buckets {
		at := i
		if c.Timeline.Step == data.Hourly {
			at = b.Start.In(c.Zone).Hour()
		}
		if at%step == 0 {
			out = append(out, xLabel{i: i, text: c.bucketLabel(b.Start)})
		}
	}
	return out
}

func (c Chart) bucketLabel(start time.Time) string {
	switch local := start.In(c.Zone); {
	case c.Timeline.Step == data.Hourly && local.Hour() != 0:
		return c.Words.Clock(start, c.Zone)
	case c.Timeline.Step == data.Weekly && c.spansYears():
		return c.Words.Date(start, c.Zone)
	}
	return c.Words.Day(start, c.Zone)
}

func (c Chart) spansYears() bool {
	b := c.Timeline.Buckets
	return b[0].Start.In(c.Zone).Year() != b[len(b)-1].Start.In(c.Zone).Year()
}
