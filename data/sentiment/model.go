package sentiment

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sync"

	"vedetta/assets"
	"vedetta/data"
)

// The outputs of the table of weights: three labels in the order of
// data.Label, then the head that tells a complaint, yes or no.
const (
	labels    = 3
	complaint = 3
	stride    = 4
)

// Shape of the tables.
const (
	rows         = 1 << 19
	tongueRows   = 1 << 16
	tongueStride = 8 // tongues and one unused, so that a row is one word
)

// Header is what a model file says about itself, before its tables.
type Header struct {
	Name        string                          `json:"name"`    // as charts and reports print it
	Trained     string                          `json:"trained"` // day, 2026-11-23
	Scale       [stride]float32                 `json:"scale"`   // of one step of a weight
	Bias        [tongues][stride]float32        `json:"bias"`
	Dense       [tongues][dense][stride]float32 `json:"dense"`
	Temper      [tongues]float32                `json:"temper"` // divides the logits of the labels
	TongueScale float32                         `json:"tongue_scale"`
	TongueBias  [tongues]float32                `json:"tongue_bias"`
}

// Model tells language and sentiment of texts. It is safe for concurrent use.
type Model struct {
	Header
	weights    []byte // rows × stride int8, and what an 8-byte look at the last row needs
	tongue     []byte // tongueRows × tongueStride int8
	lexicon    *lexicons
	adaptation *Adaptation
}

const magic = "vedetta sentiment 1\n"

// Shipped is the model that comes with the program.
var Shipped = sync.OnceValue(func() *Model {
	m, err := Open(assets.SentimentModel)
	if err != nil {
		panic(fmt.Sprint("sentiment: the embedded model is broken: ", err))
	}
	return m
})

// Open reads a model file; its tables are used where they lie.
func Open(file []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok || len(rest) < 4 {
		return nil, errors.New("this is no model file")
	}
	size := int(binary.LittleEndian.Uint32(rest))
	rest = rest[4:]
	if len(rest) != size+rows*stride+tongueRows*tongueStride {
		return nil, fmt.Errorf("the model file has %d bytes behind its header", len(rest)-size)
	}
	m := &Model{lexicon: loaded()}
	if err := json.Unmarshal(rest[:size], &m.Header); err != nil {
		return nil, err
	}
	m.weights, m.tongue = rest[size:size+rows*stride+lanes-stride], rest[size+rows*stride:]
	return m, nil
}

// Input is a text and what its source says about it.
type Input struct {
	Text   string
	Lang   string      // code of the language if it is known
	Rating float64     // 1..5 stars, 0 without
	Watch  *WatchWords // to look for; nil for none
}

// Classify finds language, label, probabilities and the other heads of a text.
// Words stays empty: Explain finds them.
func (m *Model) Classify(in Input) data.Sentiment {
	s := pool.Get().(*scratch)
	defer release(s)
	found, _ := m.classify(s, in)
	return found
}

var pool = sync.Pool{New: func() any { return new(scratch) }}

// release keeps the memory of a classification for the next one, but not that
// of a book.
func release(s *scratch) {
	if cap(s.norm) < 1<<16 {
		pool.Put(s)
	}
}

// classify leaves the features in s and gives the logits too.
func (m *Model) classify(s *scratch, in Input) (found data.Sentiment, logits [stride]float32) {
	lang := m.prepare(s, in)
	logits = m.logits(s, lang)
	found.Lang = codes[lang]
	var p [labels]float32
	for l := range p {
		p[l] = logits[l] / m.Temper[lang]
	}
	rate(&p, in.Rating)
	softmax(p[:])
	for l := range p {
		found.P[l] = float64(p[l])
		if p[l] > p[found.Label] {
			found.Label = data.Label(l)
		}
	}
	found.Score = found.P[data.Positive] - found.P[data.Negative]
	found.Confidence = found.P[found.Label]
	found.Rated = in.Rating > 0
	found.Complaint = logistic(logits[complaint])
	if in.Watch != nil {
		in.Watch.each(s, lang, func(_, _ int, groups uint8) { found.Watched |= data.WatchSet(groups) })
	}
	return found, logits
}

// prepare fills s with tokens, features and lexicon hits; it gives the
// language.
func (m *Model) prepare(s *scratch, in Input) (lang int) {
	s.tokenise(in.Text)
	s.pieces()
	if in.Lang != "" {
		lang = indexOf(in.Lang)
	} else {
		lang, _ = m.language(s)
	}
	if lang == other {
		s.features.reset() // words of a language that the model has not learnt say nothing
		s.features.seen.begin()
		s.facesAlone()
	} else {
		s.wordsAndShape(lang)
	}
	m.lexicon.score(s, lang)
	return lang
}

// logits sums the weights of the features.
func (m *Model) logits(s *scratch, lang int) (out [stride]float32) {
	f := &s.features
	words, pieces := sumRows(m.weights, stride, f.words), sumRows(m.weights, stride, f.pieces)
	byWord, byPiece := f.wordValue(), f.pieceValue()
	inputs := s.dense()
	for k := range out {
		out[k] = m.Scale[k]*(byWord*float32(words[k])+byPiece*float32(pieces[k])) + m.Bias[lang][k]
		for d, x := range inputs {
			out[k] += x * m.Dense[lang][d][k]
		}
	}
	if m.adaptation != nil {
		for l := range labels {
			out[l] += m.adaptation.Offsets[l]
			for d, x := range inputs {
				out[l] += x * m.adaptation.Dense[d][l]
			}
		}
	}
	return out
}

func softmax(x []float32) {
	top, sum := x[0], float32(0)
	for _, v := range x {
		top = max(top, v)
	}
	for i, v := range x {
		x[i] = float32(math.Exp(float64(v - top)))
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

func logistic(x float32) float64 { return 1 / (1 + math.Exp(-float64(x))) }
