package detect

import (
	"encoding/binary"
	"errors"
	"math"
)

// codec writes a state, or reads it back: the same walk over the fields does
// both, so that they cannot drift apart. Floats keep every bit: going on from
// a state gives the same as never having stopped.
type codec struct {
	buf     []byte
	reading bool
	err     error
}

var errState = errors.New("detect: the state is cut off or of another version")

func (c *codec) int(v *int64) {
	if !c.reading {
		c.buf = binary.AppendVarint(c.buf, *v)
		return
	}
	n, size := binary.Varint(c.buf)
	if size <= 0 {
		c.fail()
		return
	}
	*v, c.buf = n, c.buf[size:]
}

func (c *codec) fail() {
	c.err = errState
	c.buf = nil
}

// float takes one byte for zero, nine for anything else.
func (c *codec) float(v *float64) {
	if !c.reading {
		if bits := math.Float64bits(*v); bits == 0 {
			c.buf = append(c.buf, 0)
		} else {
			c.buf = binary.LittleEndian.AppendUint64(append(c.buf, 1), bits)
		}
		return
	}
	switch {
	case len(c.buf) > 0 && c.buf[0] == 0:
		*v, c.buf = 0, c.buf[1:]
	case len(c.buf) >= 9:
		*v, c.buf = math.Float64frombits(binary.LittleEndian.Uint64(c.buf[1:])), c.buf[9:]
	default:
		c.fail()
	}
}

func (c *codec) floats(v []float64) {
	for i := range v {
		c.float(&v[i])
	}
}

func (c *codec) float32(v *float32) {
	if !c.reading {
		c.buf = binary.LittleEndian.AppendUint32(c.buf, math.Float32bits(*v))
		return
	}
	if len(c.buf) < 4 {
		c.fail()
		return
	}
	*v, c.buf = math.Float32frombits(binary.LittleEndian.Uint32(c.buf)), c.buf[4:]
}

func (c *codec) bool(v *bool) {
	n := int64(0)
	if *v {
		n = 1
	}
	c.int(&n)
	*v = n != 0
}

func (c *codec) bytes(v *[]byte) {
	n := int64(len(*v))
	c.int(&n)
	if !c.reading {
		c.buf = append(c.buf, *v...)
		return
	}
	if n < 0 || n > int64(len(c.buf)) {
		c.fail()
		return
	}
	*v, c.buf = c.buf[:n:n], c.buf[n:]
}

// as codes any whole number.
func as[T ~int | ~uint16 | ~uint32 | ~uint64](c *codec, v *T) {
	n := int64(*v)
	c.int(&n)
	*v = T(n)
}
