package sentiment

import "math"

// dense is the number of inputs that the lexicons give.
const dense = 6

// Inputs of one sign: those in a row belong to praise, blame alternately.
func (s *scratch) dense() (x [dense]float32) {
	praise, blame := s.praiseAndBlame()
	all := 1 + praise + blame
	x[0], x[1] = log1p(praise), log1p(blame)
	x[2], x[3] = praise/all, blame/all
	if praise > 0 {
		x[4] = 1
	}
	if blame > 0 {
		x[5] = 1
	}
	return x
}

// praiseAndBlame sums the hits by sign; both are 0 or more.
func (s *scratch) praiseAndBlame() (praise, blame float32) {
	for i := range s.hits {
		if w := s.hits[i].weight; w > 0 {
			praise += w
		} else {
			blame -= w
		}
	}
	return praise, blame
}

func log1p(x float32) float32 { return float32(math.Log1p(float64(x))) }
