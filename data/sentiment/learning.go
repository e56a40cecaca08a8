package sentiment

import (
	"encoding/binary"
	"encoding/json"
	"slices"
)

// What the trainer (package train) needs to see of a model's inside.
const (
	Rows         = rows
	Outputs      = stride
	Labels       = labels
	Dense        = dense
	Tongues      = tongues
	TongueRows   = tongueRows
	TongueStride = tongueStride
)

// Codes are the languages in the order of the tables, "other" last.
func Codes() []string { return codes[:] }

// Vector is a text as the learner sees it. Every word has the value ByWord,
// every piece ByPiece.
type Vector struct {
	Words, Pieces   []uint32
	ByWord, ByPiece float32
	Dense           [Dense]float32
	Lang            int
}

// VectorOf finds the features of a text in a language, in memory of its own.
func VectorOf(text string, lang int) Vector {
	s := pool.Get().(*scratch)
	defer release(s)
	s.tokenise(text)
	s.pieces()
	s.wordsAndShape(lang)
	loaded().score(s, lang)
	f := &s.features
	return Vector{slices.Clone(f.words), slices.Clone(f.pieces), f.wordValue(), f.pieceValue(), s.dense(), lang}
}

// TongueOf finds the rows that tell the language of a text.
func TongueOf(text string) []uint32 {
	s := pool.Get().(*scratch)
	defer release(s)
	s.tokenise(text)
	s.pieces()
	return slices.Clone(s.tongue.rows)
}

// File lays out a model file: weights has Rows × Outputs steps, tongue
// TongueRows × TongueStride.
func File(h *Header, weights, tongue []int8) ([]byte, error) {
	head, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	file := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(head)))...)
	file = append(file, head...)
	for _, table := range [][]int8{weights, tongue} {
		for _, w := range table {
			file = append(file, byte(w))
		}
	}
	return file, nil
}
