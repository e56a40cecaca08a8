package simulate

import (
	"math"
	"math/rand/v2"
	"testing"
)

// moments are the mean and the variance of many draws.
func moments(draw func(*rand.Rand) float64) (mean, variance float64) {
	const draws = 200_000
	r := rand.New(rand.NewPCG(1, 2))
	sum, squares := 0.0, 0.0
	for range draws {
		x := draw(r)
		sum, squares = sum+x, squares+x*x
	}
	mean = sum / draws
	return mean, squares/draws - mean*mean
}

func TestTheSamplersHaveTheirMeansAndVariances(t *testing.T) {
	betaVariance := func(a, b float64) float64 { return a * b / (a + b) / (a + b) / (a + b + 1) }
	for name, c := range map[string]struct {
		draw           func(*rand.Rand) float64
		mean, variance float64
	}{
		"gamma 0.5":        {func(r *rand.Rand) float64 { return gamma(r, 0.5) }, 0.5, 0.5},
		"gamma 1":          {func(r *rand.Rand) float64 { return gamma(r, 1) }, 1, 1},
		"gamma 4":          {func(r *rand.Rand) float64 { return gamma(r, 4) }, 4, 4},
		"gamma 33":         {func(r *rand.Rand) float64 { return gamma(r, 33) }, 33, 33},
		"beta 7.2, 32.8":   {func(r *rand.Rand) float64 { return beta(r, 7.2, 32.8) }, 0.18, betaVariance(7.2, 32.8)},
		"beta 2.7, 12.3":   {func(r *rand.Rand) float64 { return beta(r, 2.7, 12.3) }, 0.18, betaVariance(2.7, 12.3)},
		"beta 0.5, 0.5":    {func(r *rand.Rand) float64 { return beta(r, 0.5, 0.5) }, 0.5, 0.125},
		"poisson 0":        {func(r *rand.Rand) float64 { return float64(poisson(r, 0)) }, 0, 0},
		"poisson 0.2":      {func(r *rand.Rand) float64 { return float64(poisson(r, 0.2)) }, 0.2, 0.2},
		"poisson 12":       {func(r *rand.Rand) float64 { return float64(poisson(r, 12)) }, 12, 12},
		"poisson in parts": {func(r *rand.Rand) float64 { return float64(poisson(r, 75)) }, 75, 75},
	} {
		t.Run(name, func(t *testing.T) {
			mean, variance := moments(c.draw)
			if math.Abs(mean-c.mean) > 0.02*c.mean || math.Abs(variance-c.variance) > 0.05*c.variance {
				t.Errorf("mean %.4f, variance %.4f, want %.4f and %.4f", mean, variance, c.mean, c.variance)
			}
		})
	}
}
