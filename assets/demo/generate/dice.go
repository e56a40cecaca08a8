package main

import (
	"math"
	"math/rand/v2"
)

// seed is fixed: the exports are the same on every run.
const seed = 20261122

// dice draws all that is left to chance.
type dice struct{ *rand.Rand }

func newDice(stream uint64) *dice { return &dice{rand.New(rand.NewPCG(seed, stream))} }

// chance is true with probability p.
func (d *dice) chance(p float64) bool { return d.Float64() < p }

func (d *dice) between(low, high int) int { return low + d.IntN(high-low+1) }

// around draws from a log-normal distribution with the given median.
func (d *dice) around(median, spread float64) float64 {
	return median * math.Exp(spread*d.NormFloat64())
}

// poisson draws a count; Knuth's method, good for means under 500.
func (d *dice) poisson(mean float64) int {
	n, p, limit := 0, d.Float64(), math.Exp(-mean)
	for p > limit {
		n++
		p *= d.Float64()
	}
	return n
}

// hex draws a string of hexadecimal digits.
func (d *dice) hex(digits int) string { return d.string("0123456789abcdef", digits) }

func (d *dice) string(alphabet string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[d.IntN(len(alphabet))]
	}
	return string(b)
}

func pick[T any](d *dice, from []T) T { return from[d.IntN(len(from))] }

// weight is a key with how often it is drawn, in any unit.
type weight struct {
	key string
	of  float64
}

func (d *dice) weighted(from []weight) string {
	total := 0.0
	for _, w := range from {
		total += w.of
	}
	at := d.Float64() * total
	for _, w := range from {
		if at -= w.of; at < 0 {
			return w.key
		}
	}
	return from[len(from)-1].key
}
