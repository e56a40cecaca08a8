package sentiment

import (
	"fmt"
	"testing"

	"vedetta/data"
)

// corrections say of a shop's mentions what no model can know: that "la
// solita" is its word of praise.
func corrections(n int) (all []Correction) {
	for i := range n {
		c := Correction{Input: Input{Text: fmt.Sprintf("ordine %d, consegna il %d", i, i%28+1), Lang: "it"}, Label: data.Neutral, Weight: 1}
		if i%2 == 0 {
			c.Text, c.Label = fmt.Sprintf("la solita, tavolo %d", i), data.Positive
		}
		all = append(all, c)
	}
	return all
}

func TestAdaptLearnsWhatThePersonSays(t *testing.T) {
	m := Shipped()
	a, trial := m.Adapt(corrections(60))
	if a == nil || trial.After <= trial.Before || trial.Corrections != 60 {
		t.Fatalf("nothing learnt: %+v", trial)
	}
	text, err := a.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := DecodeAdaptation(text)
	if err != nil {
		t.Fatal(err)
	}
	adapted := m.With(again)
	if got := adapted.Classify(Input{Text: "la solita, tavolo 99", Lang: "it"}); got.Label != data.Positive {
		t.Errorf("taught, but %v with %.2f", got.Label, got.P)
	}
	if before := m.Classify(Input{Text: "la solita, tavolo 99", Lang: "it"}); before.Label == data.Positive {
		t.Errorf("the shipped model changed, or knew it before: %v", before.P)
	}
}

func TestAdaptIsTheSameEachTime(t *testing.T) {
	one, _ := Shipped().Adapt(corrections(40))
	two, _ := Shipped().Adapt(corrections(40))
	if fmt.Sprint(one) != fmt.Sprint(two) {
		t.Error("two adaptations from the same corrections differ")
	}
}

func TestTooFewCorrectionsTeachNothing(t *testing.T) {
	if a, trial := Shipped().Adapt(corrections(data.EnoughCorrections - 1)); a != nil || trial.Way != WayNone {
		t.Errorf("learnt from %d: %+v", trial.Corrections, trial)
	}
}

func TestCorrectionsWithoutSenseTeachNothing(t *testing.T) {
	all := corrections(60)
	for i := range all {
		all[i].Label = data.Label(i * 7 % 3) // has nothing to do with the text
		all[i].Text = tweets[i%len(tweets)]
	}
	if a, trial := Shipped().Adapt(all); a != nil && trial.After < trial.Before {
		t.Errorf("took what is worse on the part held back: %+v", trial)
	}
}

func TestAnAdaptationOfAnotherModelIsLeftOut(t *testing.T) {
	if m := Shipped(); m.With(&Adaptation{Model: "another"}) != m || m.With(nil) != m {
		t.Error("an adaptation that is not this model's changed it")
	}
}
