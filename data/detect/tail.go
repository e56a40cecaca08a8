package detect

import "math"

// negBinTail is P(X >= n) of a negative binomial count with mean e and
// variance e + phi e². It sums the upper tail, so that small probabilities
// keep their digits.
func negBinTail(n int, e, phi float64) float64 {
	if n <= 0 {
		return 1
	}
	if e <= 0 {
		return 0
	}
	r := 1 / phi
	q := e / (r + e) // probability of one more
	lg := func(x float64) float64 { v, _ := math.Lgamma(x); return v }
	k := float64(n)
	p := math.Exp(lg(k+r) - lg(r) - lg(k+1) + r*math.Log(1-q) + k*math.Log(q))
	return sumTail(p, func(k float64) float64 { return (k + r) / (k + 1) * q }, k, math.Inf(1))
}

// betaBinTail is P(K >= k) of a beta-binomial count of n with the shares
// distributed as Beta(a, b).
func betaBinTail(k, n int, a, b float64) float64 {
	if k <= 0 {
		return 1
	}
	if k > n {
		return 0
	}
	lg := func(x float64) float64 { v, _ := math.Lgamma(x); return v }
	lbeta := func(x, y float64) float64 { return lg(x) + lg(y) - lg(x+y) }
	x, m := float64(k), float64(n)
	p := math.Exp(lg(m+1) - lg(x+1) - lg(m-x+1) + lbeta(x+a, m-x+b) - lbeta(a, b))
	return sumTail(p, func(k float64) float64 { return (m - k) / (k + 1) * (k + a) / (m - k - 1 + b) }, x, m)
}

// withinChance tells, at the cost of a square root, that a count lies so little
// above its mean that its tail cannot be below any bar.
func withinChance(n, mean, variance float64) bool {
	const least = 2 // standard deviations; skewed tails are fatter than the normal one
	return n-mean < least*math.Sqrt(variance)
}

// enough is the part of a sum below which further terms do not matter.
const enough = 1e-9

// sumTail adds p, the term of k, and the terms up to that of last, each of
// which is next(k) times the one before.
func sumTail(p float64, next func(k float64) float64, k, last float64) float64 {
	sum := 0.0
	for growing := true; k <= last && (growing || p > sum*enough); k++ {
		sum += p
		step := next(k)
		growing = step >= 1
		p *= step
	}
	return math.Min(sum, 1)
}
