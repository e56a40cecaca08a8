package data_test

import (
	"math"
	"testing"
	"time"

	"vedetta/data"
)

func TestPriority(t *testing.T) {
	tests := map[string]struct {
		u    data.Urgency
		want data.Priority
	}{
		"a neutral mention of now": {data.Urgency{Label: data.Neutral, Reach: data.Unknown}, data.Priority{1, 1, 1, 1}},
		"the level of the issue":   {data.Urgency{Label: data.Neutral, Level: 3}, data.Priority{4, 1, 1, 1}},
		"a word of risk counts as level 1": {
			data.Urgency{Label: data.Neutral, Risky: true}, data.Priority{2, 1, 1, 1},
		},
		"a word of risk adds nothing to level 3": {
			data.Urgency{Label: data.Neutral, Risky: true, Level: 3}, data.Priority{4, 1, 1, 1},
		},
		"high by hand doubles": {data.Urgency{Label: data.Neutral, ByHand: 1, Level: 1}, data.Priority{4, 1, 1, 1}},
		"low by hand halves":   {data.Urgency{Label: data.Neutral, ByHand: -1}, data.Priority{0.5, 1, 1, 1}},
		"just below a step":    {data.Urgency{Label: data.Neutral, Reach: 999}, data.Priority{1, 2, 1, 1}},
		"on a step":            {data.Urgency{Label: data.Neutral, Reach: 1000}, data.Priority{1, 3, 1, 1}},
		"the highest step":     {data.Urgency{Label: data.Neutral, Reach: 1e9}, data.Priority{1, 5, 1, 1}},
		"a day of waiting":     {data.Urgency{Label: data.Neutral, Age: 24 * time.Hour}, data.Priority{1, 1, 2, 1}},
		"waiting ends at 3":    {data.Urgency{Label: data.Neutral, Age: 999 * time.Hour}, data.Priority{1, 1, 3, 1}},
		"a date in the future": {data.Urgency{Label: data.Neutral, Age: -time.Hour}, data.Priority{1, 1, 1, 1}},
		"nobody waits for what is answered": {
			data.Urgency{Label: data.Neutral, Age: 24 * time.Hour, Settled: true}, data.Priority{1, 1, 1, 1},
		},
		"anger grows with the probability": {
			data.Urgency{Label: data.Negative, Probability: 0.5}, data.Priority{1, 1, 1, 2},
		},
		"the person's own negative is the most": {
			data.Urgency{Label: data.Negative, Own: true, Probability: 0.1}, data.Priority{1, 1, 1, 3},
		},
		"so are two stars": {data.Urgency{Label: data.Neutral, Rating: 2}, data.Priority{1, 1, 1, 3}},
		"but the person's positive wins over stars": {
			data.Urgency{Label: data.Positive, Own: true, Rating: 1}, data.Priority{1, 1, 1, 0.5},
		},
		"praise can wait": {data.Urgency{Label: data.Positive}, data.Priority{1, 1, 1, 0.5}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := tt.u.Priority(); got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestPriorityIsTheProduct(t *testing.T) {
	u := data.Urgency{Level: 1, Reach: 1500, Age: 24 * time.Hour, Label: data.Negative, Probability: 0.5}
	if got := u.Priority().Value(); math.Abs(got-24) > 1e-9 {
		t.Errorf("priority %v, want 2 × 3 × 2 × 2 = 24", got)
	}
}
