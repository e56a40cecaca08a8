package main

import (
	"math"
	"slices"

	"vedetta/data/sentiment"
)

// clipAt is the share of weights that may be cut to the largest step.
const clipAt = 0.9999

// steps brings every column of a table to -127..127 steps of its own scale.
func steps(table []float32, columns int) (out []int8, scales []float32) {
	out = make([]int8, len(table))
	for c := range columns {
		var sizes []float32
		for i := c; i < len(table); i += columns {
			if table[i] != 0 {
				sizes = append(sizes, float32(math.Abs(float64(table[i]))))
			}
		}
		scale := float32(1)
		if len(sizes) > 0 {
			slices.Sort(sizes)
			scale = sizes[min(int(clipAt*float64(len(sizes))), len(sizes)-1)] / 127
		}
		scales = append(scales, scale)
		for i := c; i < len(table); i += columns {
			out[i] = int8(min(max(math.Round(float64(table[i]/scale)), -127), 127))
		}
	}
	return out, scales
}

// head is what a column of the model is made of: class yes against class no,
// or one class of several.
type head struct {
	w       *weights
	yes, no int // no is -1 where the other classes have columns of their own
}

// value of a weight list of one class each.
func (h head) of(classes []float32) float32 {
	if h.no < 0 {
		return classes[h.yes]
	}
	return classes[h.yes] - classes[h.no]
}

// unread makes a text neutral of which nothing but emoji can be read, and none
// is there; not by much, so that it counts as uncertain.
const unread = .65

// pack joins the heads to the file of a model.
func pack(header sentiment.Header, heads []head, t *tongueWeights) ([]byte, error) {
	table := make([]float32, sentiment.Rows*sentiment.Outputs)
	for k, h := range heads {
		n := h.w.classes
		for row := range sentiment.Rows {
			table[row*sentiment.Outputs+k] = h.of(h.w.rows[row*n : (row+1)*n])
		}
		for l := range sentiment.Tongues {
			header.Bias[l][k] = h.of(h.w.bias[l]) + h.of(h.w.bias[shared])
			for d := range sentiment.Dense {
				header.Dense[l][d][k] = h.of(h.w.dense[l][d]) + h.of(h.w.dense[shared][d])
			}
		}
	}
	header.Bias[otherLang][labelNames["neutral"]] += unread
	packed, scales := steps(table, sentiment.Outputs)
	copy(header.Scale[:], scales)
	wide, scale := steps(t.rows, 1)
	header.TongueScale, header.TongueBias = scale[0], t.bias
	tongue := make([]int8, sentiment.TongueRows*sentiment.TongueStride)
	for row := range sentiment.TongueRows {
		copy(tongue[row*sentiment.TongueStride:], wide[row*sentiment.Tongues:(row+1)*sentiment.Tongues])
	}
	return sentiment.File(&header, packed, tongue)
}
