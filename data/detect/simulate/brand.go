package simulate

import (
	"math"
	"math/rand/v2"
	"time"
)

// Brand is what a small brand is like.
type Brand struct {
	PerDay    float64 // mentions
	Shape     float64 // of the gamma distribution of days: 4 is usual, less is wilder
	Precision float64 // of the beta distribution of the negative share: 40 is usual
	Noise     float64 // probability that a label is another one, at random
}

// Usual is the brand that the numbers are quoted for.
var Usual = Brand{PerDay: 12, Shape: 4, Precision: 40}

// Hour is what an hour brought.
type Hour struct {
	At          time.Time
	N, Negative int
}

// Crisis is what goes wrong.
type Crisis int

// The crises, each with the hours in which it should be found.
const (
	None   Crisis = iota
	Triple        // three times the mentions, 55 % of them negative, for 36 hours
	Burst         // 15 negatives within two hours
	Drift         // the negative share grows by 5 points a day
	Growth        // 5 % more mentions every day, all of them negative
)

// Crises lists them.
var Crises = [...]Crisis{None, Triple, Burst, Drift, Growth}

// Horizon is how long a crisis may take to be found, in hours.
func (c Crisis) Horizon() int { return [...]int{0, 36, 26, 21 * 24, 28 * 24}[c] }

// String names it.
func (c Crisis) String() string {
	return [...]string{"none", "x3 with 55 % negative", "15 negatives in 2 h", "share +5 points a day", "volume +5 % a day"}[c]
}

const (
	days          = 120
	firstOnset    = 60 // day; the last one is twenty days later
	negativeShare = 0.18
)

// Days is how long a run is.
const Days = days

var (
	start   = time.Date(2025, 1, 5, 0, 0, 0, 0, time.UTC) // a Sunday
	weekend = 0.6
)

// Run makes the hours of 120 days; onset is the hour in which the crisis
// begins, somewhere in days 60 to 80.
func (b Brand) Run(c Crisis, seed uint64) (hours []Hour, onset int) {
	r := rand.New(rand.NewPCG(seed, uint64(c)+7))
	profile := hourProfile()
	onset = firstOnset*24 + r.IntN(20*24)
	for day := range days {
		level := b.PerDay * weekday(day) * gamma(r, b.Shape) / b.Shape
		share := beta(r, negativeShare*b.Precision, (1-negativeShare)*b.Precision)
		for hour := range 24 {
			h := Hour{At: start.Add(time.Duration(day*24+hour) * time.Hour)}
			h.N, h.Negative = c.mentions(r, level*profile[hour], share, day*24+hour-onset)
			h.Negative = b.mislabelled(r, h)
			hours = append(hours, h)
		}
	}
	return hours, onset
}

// mentions draws those of an hour, since hours after the onset.
func (c Crisis) mentions(r *rand.Rand, mean, share float64, since int) (n, negative int) {
	extra := 0
	if since >= 0 {
		switch {
		case c == Triple && since < 36:
			mean, share = 3*mean, 0.55
		case c == Burst && since < 2:
			extra = 7 + since
		case c == Drift:
			share = math.Min(0.95, share+0.05*float64(since/24+1))
		case c == Growth:
			extra = poisson(r, mean*(math.Pow(1.05, float64(since/24+1))-1))
		}
	}
	n = poisson(r, mean)
	for range n {
		if r.Float64() < share {
			negative++
		}
	}
	return n + extra, negative + extra
}

// mislabelled counts the negatives as a classifier with random errors would.
func (b Brand) mislabelled(r *rand.Rand, h Hour) (negative int) {
	if b.Noise == 0 {
		return h.Negative
	}
	for i := range h.N {
		is := i < h.Negative
		if r.Float64() < b.Noise {
			is = !is && r.Float64() < 0.5 // of the two other labels one is negative
		}
		if is {
			negative++
		}
	}
	return negative
}

func weekday(day int) float64 {
	if d := day % 7; d == 0 || d == 6 {
		return weekend
	}
	return (7 - 2*weekend) / 5
}

// hourProfile is the part of a day that each hour brings.
func hourProfile() (part [24]float64) {
	sum := 0.0
	for h := range part {
		part[h] = 0.1
		if h >= 7 {
			part[h] = 1 + 0.8*math.Sin(float64(h-7)/16*math.Pi)
		}
		sum += part[h]
	}
	for h := range part {
		part[h] /= sum
	}
	return part
}

// gamma draws from a gamma distribution with scale 1 (Marsaglia and Tsang,
// "A Simple Method for Generating Gamma Variables", 2000).
func gamma(r *rand.Rand, shape float64) float64 {
	if shape < 1 {
		return gamma(r, shape+1) * math.Pow(r.Float64(), 1/shape)
	}
	d := shape - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := r.NormFloat64()
		v := math.Pow(1+c*x, 3)
		if v > 0 && math.Log(r.Float64()) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}

func beta(r *rand.Rand, a, b float64) float64 {
	x, y := gamma(r, a), gamma(r, b)
	return x / (x + y)
}

// poisson draws by Knuth's method, large means in parts.
func poisson(r *rand.Rand, mean float64) (n int) {
	for ; mean > 30; mean -= 30 {
		n += poisson(r, 30)
	}
	least := math.Exp(-mean)
	for p := r.Float64(); p > least; p *= r.Float64() {
		n++
	}
	return n
}
