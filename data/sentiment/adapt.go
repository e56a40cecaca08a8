package sentiment

import (
	"encoding/json"
	"fmt"
	"slices"

	"vedetta/data"
)

// Adaptation is what a workspace taught the model it names: an offset for each
// label, how much more or less the lexicon's terms count and, for some rows of
// the table, a change of their weights in steps of the model's scale.
type Adaptation struct {
	Model   string                 `json:"model"`
	Offsets [labels]float32        `json:"offsets"`
	Dense   [dense][labels]float32 `json:"dense"`
	Rows    []uint32               `json:"rows,omitempty"`
	Steps   [][labels]int8         `json:"steps,omitempty"`
}

// denseWeight is the weight of an input of the lexicon for a label.
func (m *Model) denseWeight(lang, input, label int) float32 {
	w := m.Dense[lang][input][label]
	if m.adaptation != nil {
		w += m.adaptation.Dense[input][label]
	}
	return w
}

// Encode gives the adaptation as text for the workspace.
func (a *Adaptation) Encode() ([]byte, error) { return json.Marshal(a) }

// DecodeAdaptation reads what Encode wrote.
func DecodeAdaptation(text []byte) (*Adaptation, error) {
	var a Adaptation
	if err := json.Unmarshal(text, &a); err != nil {
		return nil, fmt.Errorf("adaptation: %w", err)
	}
	if len(a.Rows) != len(a.Steps) {
		return nil, fmt.Errorf("adaptation: %d rows, %d steps", len(a.Rows), len(a.Steps))
	}
	return &a, nil
}

// With gives the model as the adaptation changes it; the model itself stays as
// it is. One that was made for another model, or nil, changes nothing.
func (m *Model) With(a *Adaptation) *Model {
	if a == nil || a.Model != m.Name {
		return m
	}
	adapted := *m
	adapted.adaptation = a
	if len(a.Rows) > 0 {
		adapted.weights = slices.Clone(m.weights)
		for i, row := range a.Rows {
			adapted.patch(row, a.Steps[i])
		}
	}
	return &adapted
}

func (m *Model) patch(row uint32, steps [labels]int8) {
	at := int(row%rows) * stride
	for l, step := range steps {
		w := &m.weights[at+l]
		*w = byte(int8(min(max(int(int8(*w))+int(step), -127), 127)))
	}
}

// Adapted tells whether a workspace's teaching is at work.
func (m *Model) Adapted() bool { return m.adaptation != nil }

// Correction is a text and the label that the person gives it.
type Correction struct {
	Input
	Label  data.Label
	Weight float64 // 1; less for a label that the person only let pass
}

// Trial is how an adaptation did on corrections it had not seen.
type Trial struct {
	Corrections   int
	Way           Way
	Before, After float64 // share of right labels, 0..1
}

// Way is how far an adaptation goes.
type Way string

// The ways, from none to the farthest.
const (
	WayNone    Way = "none" // nothing tried was better on the part held back
	WayOffsets Way = "offsets"
	WayWords   Way = "words"
)
