package detect

import "math"

// week is how many hours a stream remembers one by one.
const week = 7 * 24

// bin is what a stream received in an hour.
type bin struct {
	n, negative      uint32
	w, w2, wNegative float64 // sums of reach weights, their squares, those of negatives
	reach            float64 // people, as far as known
	volume, below    float64 // mentions and negatives expected; 0 where there is no data
	sources          uint64  // a bit for each source with a negative
	risks            uint16  // mentions with a word to watch
	last             int64   // second of the last mention
	seen             bool    // there was data
}

// add counts a mention in.
func (b *bin) add(m *Mention, weight float64) {
	b.n++
	b.w += weight
	b.w2 += weight * weight
	if m.Reach > 0 {
		b.reach += float64(m.Reach)
	}
	if len(m.Watched.Risks()) > 0 {
		b.risks++
	}
	b.last = max(b.last, m.second())
	if !m.negative() {
		return
	}
	b.negative++
	b.wNegative += weight
	b.sources |= 1 << (uint(m.Source) % 64)
}

// ring holds the last week's bins; at points to the newest.
type ring struct {
	bins [week]bin
	at   int
}

// push puts in the next bin and gives back the one that is a week old.
func (r *ring) push(b bin) (old bin) {
	r.at = (r.at + 1) % week
	old, r.bins[r.at] = r.bins[r.at], b
	return old
}

// back is the bin i hours ago, 0 for the newest.
func (r *ring) back(i int) *bin { return &r.bins[(r.at-i+week)%week] }

// window is a sum of bins.
type window struct {
	hours int
	bin
}

// windows are the lengths that are looked at, in hours.
var windowHours = [...]int{2, 6, 24, 72, 168}

// The indexes of windowHours.
const (
	twoHours = iota
	sixHours
	oneDay
	threeDays
	oneWeek
)

// windows sums the last hours up, in one pass, but none before the last so
// many.
func (r *ring) windows(last int) (out [len(windowHours)]window) {
	var sum bin
	next := 0
	for i := range week {
		if i < last {
			sum.merge(r.back(i))
		}
		if i+1 == windowHours[next] {
			out[next] = window{i + 1, sum}
			next++
		}
	}
	return out
}

func (b *bin) merge(o *bin) {
	b.n += o.n
	b.negative += o.negative
	b.w += o.w
	b.w2 += o.w2
	b.wNegative += o.wNegative
	b.reach += o.reach
	b.volume += o.volume
	b.below += o.below
	b.sources |= o.sources
	b.risks += o.risks
	b.last = max(b.last, o.last)
	b.seen = b.seen || o.seen
}

// effective is how many mentions the weighted ones are worth, and how many of
// those are negative: Kish's size.
func (b *bin) effective() (n, negative int) {
	if b.w2 == 0 {
		return 0, 0
	}
	size := b.w * b.w / b.w2
	return int(size), int(size * b.wNegative / b.w)
}

// share is the negative share, 0..1.
func (b *bin) share() float64 {
	if b.n == 0 {
		return 0
	}
	return float64(b.negative) / float64(b.n)
}

// weigher gives mentions the weight of their reach against the median reach,
// which it learns as a decayed histogram of factors of √2.
type weigher struct {
	classes [64]float64
	sum     float64
}

const reachHalfLife = 500 // mentions with a known reach

// weigh is the weight of a reach; 1 where it or the median is not known.
func (w *weigher) weigh(reach int64) float64 {
	if reach <= 0 || w.sum < 20 {
		return 1
	}
	return math.Min(math.Max(1+math.Log10(float64(reach)/w.median()), 0.5), 3)
}

func (w *weigher) median() float64 {
	half := w.sum / 2
	for i, n := range w.classes {
		if half -= n; half <= 0 {
			return math.Pow(2, (float64(i)+0.5)/2)
		}
	}
	return 1
}

func (w *weigher) learn(reach int64) {
	if reach <= 0 {
		return
	}
	keep := math.Pow(0.5, 1.0/reachHalfLife)
	for i := range w.classes {
		w.classes[i] *= keep
	}
	w.classes[min(int(2*math.Log2(float64(reach))), len(w.classes)-1)]++
	w.sum = w.sum*keep + 1
}
