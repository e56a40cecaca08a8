package detect

import (
	"math"
	"slices"
	"time"
)

// Surge finds surges in the number of mentions of a busy stream. It compares a
// surge with the stream's own peaks of the last 30 days, not with its mean
// (spec/detection.md 4.1).
type Surge struct {
	perBlock int // steps of a block
	learn    float64
	level    float64 // mentions a step
	steps    int     // seen so far
	windows  [2]surgeWindow
}

// surgeWindow is one of the two scales.
type surgeWindow struct {
	counts []float64 // ring of the steps in the window
	means  []float64 // what was expected of them
	n, e   float64   // their sums
	top    float32   // the block's largest surge: count against expected
	peaks  []float32 // ring of the blocks' largest surges
	sorted []float32
	next   int
}

const (
	surgeHalfLife = 72 * time.Hour
	surgeBlock    = 2 * time.Hour
	surgeMemory   = 360 // blocks: 30 days
	surgeEarliest = 8   // blocks, before which there is no score
	surgePseudo   = 5   // mentions on both sides, so that three are no surge
	surgeClip     = 4   // of the level, what an outlier counts for at most
	leastLevel    = 1e-3
)

// logs are the logarithms that ranks need.
var logs = func() (l [surgeMemory + 2]float64) {
	for i := range l {
		l[i] = math.Log10(float64(i))
	}
	return l
}()

func log10(n int) float64 { return logs[n] }

var surgeScales = [2]time.Duration{time.Hour, 6 * time.Hour}

// NewSurge makes a detector for counts of steps of the given length.
func NewSurge(step time.Duration) *Surge {
	s := &Surge{
		perBlock: max(1, int(surgeBlock/step)),
		learn:    1 - math.Pow(0.5, float64(step)/float64(surgeHalfLife)),
	}
	for i, scale := range surgeScales {
		slots := max(1, int(scale/step))
		s.windows[i] = surgeWindow{counts: make([]float64, slots), means: make([]float64, slots)}
	}
	return s
}

// SurgeFound is what a step showed: the scale that says most.
type SurgeFound struct {
	Score            float64 // -log10 of the part of past peaks as large; 0 while there are too few
	Window           time.Duration
	Count, Expected  float64 // mentions in the window
	Busier, OfBlocks int     // past peaks as large, of so many blocks
}

// Add takes the count of the next step.
func (s *Surge) Add(count float64) SurgeFound {
	mean := math.Max(s.level, leastLevel)
	if s.steps == 0 {
		mean = math.Max(count, 0.05)
		s.level = mean
	}
	var found SurgeFound
	for i := range s.windows {
		f := s.windows[i].add(s.steps, count, mean)
		f.Window = surgeScales[i]
		if i == 0 || f.Score > found.Score {
			found = f
		}
	}
	s.steps++
	clipped := math.Min(count, surgeClip*mean+3)
	s.level += math.Max(s.learn, 1/float64(s.steps)) * (clipped - s.level)
	if s.steps%s.perBlock == 0 {
		for i := range s.windows {
			s.windows[i].endBlock()
		}
	}
	return found
}

func (w *surgeWindow) add(step int, count, mean float64) (f SurgeFound) {
	slot := step % len(w.counts)
	w.n += count - w.counts[slot]
	w.e += mean - w.means[slot]
	w.counts[slot], w.means[slot] = count, mean
	g := float32((w.n + surgePseudo) / (w.e + surgePseudo)) // its logarithm ranks the same
	f.Count, f.Expected, f.OfBlocks = w.n, w.e, len(w.peaks)
	if len(w.peaks) >= surgeEarliest {
		below, _ := slices.BinarySearch(w.sorted, g)
		f.Busier = len(w.sorted) - below
		f.Score = log10(len(w.peaks)+1) - log10(f.Busier+1)
		if f.Busier == 0 {
			f.Score += math.Log(float64(g / w.sorted[len(w.sorted)-1]))
		}
	}
	w.top = max(w.top, g)
	return f
}

// endBlock remembers the block's peak, and adds the sums up anew: they drift.
func (w *surgeWindow) endBlock() {
	if len(w.peaks) < surgeMemory {
		w.peaks = append(w.peaks, w.top)
	} else {
		old, _ := slices.BinarySearch(w.sorted, w.peaks[w.next])
		w.sorted = slices.Delete(w.sorted, old, old+1)
		w.peaks[w.next] = w.top
	}
	w.next = (w.next + 1) % surgeMemory
	place, _ := slices.BinarySearch(w.sorted, w.top)
	w.sorted = slices.Insert(w.sorted, place, w.top)
	w.top = 0
	w.n, w.e = 0, 0
	for i := range w.counts {
		w.n += w.counts[i]
		w.e += w.means[i]
	}
}

// Skip passes over a time without data: nothing is learnt from it.
func (s *Surge) Skip() {
	for i := range s.windows {
		w := &s.windows[i]
		clear(w.counts)
		clear(w.means)
		w.n, w.e = 0, 0
	}
}

// SurgeBar is the score from which a surge is an alarm, when peaks as large
// are to be as rare as one in so many days.
func SurgeBar(days float64) float64 { return math.Log10(days * 24 / surgeBlock.Hours()) }

// rarity maps a score to 0..1, in the same order.
func rarity(score float64) float64 { return 1 - math.Pow(10, -score) }
