package sentiment

import "encoding/binary"

// lanes is how many weights are added at once.
const lanes = 8

// sumRows adds up rows of a table of int8, whose rows begin every stride
// bytes: eight weights are one word, in which they are added as 16-bit lanes,
// lifted by 128 so that none is negative. It takes a third of the time of
// adding them one by one. Lanes beyond the stride are meaningless.
func sumRows(table []byte, stride int, found []uint32) (sums [lanes]int32) {
	const (
		lift  = 0x8080808080808080
		even  = 0x00ff00ff00ff00ff
		most  = 256 // lifted weights that a lane holds
		width = 16
	)
	for len(found) > 0 {
		some := found[:min(len(found), most)]
		found = found[len(some):]
		var low, high uint64
		for _, row := range some {
			w := binary.LittleEndian.Uint64(table[int(row)*stride:]) ^ lift
			low += w & even
			high += w >> 8 & even
		}
		for k := 0; k < lanes; k += 2 {
			sums[k] += int32(low&0xffff) - 128*int32(len(some))
			sums[k+1] += int32(high&0xffff) - 128*int32(len(some))
			low, high = low>>width, high>>width
		}
	}
	return sums
}
