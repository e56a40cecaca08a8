package copies

import (
	"encoding/binary"
	"math/bits"
)

// Print is what is kept of a text to find its copies. The zero Print is that
// of a text that says too little.
type Print struct {
	// Sim is the SimHash of words and pairs of words; of a short text a hash of
	// all its words.
	Sim uint64
	// Keys are shared by copies: the smallest of the pairs under some
	// permutations, and the first words. Zero in a short text.
	Keys [keys]uint32
}

const (
	permutations = 3
	keys         = permutations + 1
)

// farthest is by how many bits the SimHashes of two copies may differ. Of real
// tweets of which half the words are the same, 97 in 100 differ by less.
const farthest = 18

// Printer makes prints, using its memory again.
type Printer struct{ words []uint64 }

// Of makes the print of a text.
func (p *Printer) Of(text string) Print {
	p.words, _ = wordsOf(text, p.words[:0])
	words := p.words
	switch {
	case len(words) < fewestWords:
		return Print{}
	case len(words) < enoughWords:
		return Print{Sim: hashAll(words)}
	}
	var out Print
	var sum sums
	var least [permutations]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	sum.add(words[0])
	for i := 1; i < len(words); i++ {
		both := pair(words[i-1], words[i])
		sum.add(words[i])
		sum.add(both)
		for k := range least {
			least[k] = min(least[k], permute(both, k))
		}
	}
	out.Sim = sum.majority()
	for k, h := range least {
		out.Keys[k] = keyOf(h)
	}
	out.Keys[permutations] = keyOf(hashAll(words[:min(prefixWords, len(words))]))
	return out
}

// permute puts numbers into the k-th of some random orders.
func permute(h uint64, k int) uint64 {
	return (h ^ h>>29) * [permutations]uint64{golden, 0xbf58476d1ce4e5b9, 0x94d049bb133111eb}[k]
}

// keyOf shortens a hash; never to zero, which means no key.
func keyOf(h uint64) uint32 { return uint32(mix(h)>>32) | 1 }

func hashAll(words []uint64) (h uint64) {
	for _, w := range words {
		h = mix(h*golden + w)
	}
	return max(h, 1)
}

// short tells whether only the same text can be a copy.
func (p Print) short() bool { return p.Keys == [keys]uint32{} }

// far tells whether two texts cannot be copies, unless one was cut off.
func (p Print) far(q Print) bool { return bits.OnesCount64(p.Sim^q.Sim) > farthest }

// sums counts, for each bit, how many of some numbers have it set; plane i
// holds the i-th binary digit of all 64 counts.
type sums struct {
	planes [11]uint64 // enough for two numbers a word
	n      int
}

func (s *sums) add(h uint64) {
	s.n++
	for i := 0; h != 0 && i < len(s.planes); i++ {
		s.planes[i], h = s.planes[i]^h, s.planes[i]&h
	}
}

// majority has the bits that more than half of the numbers have.
func (s *sums) majority() (out uint64) {
	half := uint64(s.n / 2)
	equal := ^uint64(0)
	for i := len(s.planes) - 1; i >= 0; i-- {
		if half>>i&1 == 1 {
			equal &= s.planes[i]
		} else {
			out |= equal & s.planes[i]
			equal &^= s.planes[i]
		}
	}
	return out
}

// Bytes is the print as it is stored: nothing for the zero one, 8 bytes for
// that of a short text, 24 for others.
func (p Print) Bytes() []byte {
	if p == (Print{}) {
		return []byte{}
	}
	out := binary.LittleEndian.AppendUint64(nil, p.Sim)
	if p.short() {
		return out
	}
	for _, k := range p.Keys {
		out = binary.LittleEndian.AppendUint32(out, k)
	}
	return out
}

// PrintOf reads a print as Bytes wrote it; the zero one where it cannot.
func PrintOf(b []byte) (p Print) {
	if len(b) >= 8 {
		p.Sim = binary.LittleEndian.Uint64(b)
	}
	for i := range p.Keys {
		if at := 8 + 4*i; len(b) >= at+4 {
			p.Keys[i] = binary.LittleEndian.Uint32(b[at:])
		}
	}
	return p
}
