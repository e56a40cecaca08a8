package report

import (
	"math"
	"slices"

	"vedetta/data"
)

// What the headline rests on. The method note prints these numbers.
const (
	fewMentions  = 20   // below: no judgement
	sharePoints  = 3.0  // a smaller change of the negative share is none
	significant  = 1.96 // of the two-proportion test: 5% by chance
	volumeFactor = 1.5  // more or fewer mentions than before
	calmShare    = 30.0 // a quiet period has fewer negatives, in per cent
	peakFactor   = 3    // times the median of the other buckets
	peakLeast    = 10   // negative mentions
	peakBuckets  = 5    // a median needs some buckets
	peakPoints   = 10.0 // of negative share above the other buckets: a busy day is no crisis
)

// finding is what the headline says about a period; the name of a key.
type finding string

const (
	foundNothing  finding = "nothing"  // no mentions
	foundFew      finding = "few"      // too few to judge
	foundPeakOver finding = "peakOver" // a peak of negatives that is over
	foundPeak     finding = "peak"     // one that lasts
	foundWorse    finding = "worse"
	foundBetter   finding = "better"
	foundMore     finding = "more" // mentions, in the same tone
	foundFewer    finding = "fewer"
	foundCalm     finding = "calm"
	foundSame     finding = "same"
	foundFirst    finding = "first" // nothing to compare with
)

// find decides by rules, the first that holds, in the order of the constants.
func find(r data.Report, p peak, peaked bool) finding {
	now, before := r.Summary.Now, r.Summary.Before
	share, _ := now.NegativeShare()
	switch {
	case now.Mentions() == 0:
		return foundNothing
	case now.Mentions() < fewMentions:
		return foundFew
	case peaked && p.over:
		return foundPeakOver
	case peaked:
		return foundPeak
	case !r.Summary.HasBefore || before.Mentions() < fewMentions:
		return foundFirst
	}
	volume := float64(now.Mentions()) / float64(before.Mentions())
	switch change := shareChange(now, before); {
	case change > 0:
		return foundWorse
	case change < 0:
		return foundBetter
	case volume >= volumeFactor:
		return foundMore
	case volume <= 1/volumeFactor:
		return foundFewer
	case share < calmShare:
		return foundCalm
	}
	return foundSame
}

// shareChange is the change of the negative share in points; 0 if it is small
// or may well be chance by the two-proportion z test (pooled variance).
func shareChange(now, before data.Totals) float64 {
	a, okA := now.NegativeShare()
	b, okB := before.NegativeShare()
	if !okA || !okB || math.Abs(a-b) < sharePoints {
		return 0
	}
	n, m := float64(now.Mentions()), float64(before.Mentions())
	pooled := float64(now.Negative+before.Negative) / (n + m)
	z := (a - b) / 100 / math.Sqrt(pooled*(1-pooled)*(1/n+1/m))
	if math.IsNaN(z) || math.Abs(z) < significant {
		return 0
	}
	return a - b
}

// peak is the bucket with the most negative mentions, when it stands out.
type peak struct {
	bucket data.Bucket
	median int  // of the negatives of the other buckets
	over   bool // the buckets since are back at the normal
}

// findPeak looks only at buckets that had ended when the report was made.
func findPeak(r data.Report) (peak, bool) {
	var buckets []data.Bucket
	for _, b := range r.Timeline.Buckets {
		if !b.End.After(r.MadeAt) {
			buckets = append(buckets, b)
		}
	}
	if len(buckets) < peakBuckets {
		return peak{}, false
	}
	top := 0
	for i, b := range buckets {
		if b.Negative > buckets[top].Negative {
			top = i
		}
	}
	p := peak{bucket: buckets[top], median: medianBeside(buckets, top)}
	if p.bucket.Negative < max(peakLeast, peakFactor*max(p.median, 1)) || shareChange(p.bucket.Totals, others(buckets, top)) < peakPoints {
		return peak{}, false
	}
	p.over = calmSince(buckets[top+1:], p.median)
	return p, true
}

// calmSince tells whether the latest of the buckets after a peak are, on the
// average, nearer to the median than to a peak: one busy day at the end does
// not keep a peak going.
func calmSince(after []data.Bucket, median int) bool {
	const latest = 2
	after = after[max(0, len(after)-latest):]
	sum := 0
	for _, b := range after {
		sum += b.Negative
	}
	return len(after) > 0 && 2*sum < peakFactor*max(median, 1)*len(after)
}

// others adds up the buckets but one.
func others(buckets []data.Bucket, left int) (t data.Totals) {
	for i, b := range buckets {
		if i == left {
			continue
		}
		for _, l := range data.Labels {
			t.Add(l, b.Of(l))
		}
	}
	return t
}

func medianBeside(buckets []data.Bucket, left int) int {
	var counts []int
	for i, b := range buckets {
		if i != left {
			counts = append(counts, b.Negative)
		}
	}
	slices.Sort(counts)
	return counts[len(counts)/2]
}
