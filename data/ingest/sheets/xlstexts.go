package sheets

import "unicode/utf16"

// sharedTexts reads the table of texts that cells share. It goes on over
// several records, and may be parted inside a text.
func (b *xls) sharedTexts(body recordBody, records *records) (texts []string) {
	body.skip(8) // how many there are
	r := &parted{recordBody: body, records: records}
	for r.more() {
		texts = append(texts, r.text())
	}
	return texts
}

// parted reads over the ends of records.
type parted struct {
	recordBody
	records *records
}

// more goes on with the next record where one ends.
func (p *parted) more() bool {
	for len(p.rest) == 0 {
		if id, _ := p.records.peek(); id != recContinue {
			return false
		}
		_, p.recordBody = p.records.next()
	}
	return true
}

// text reads one text, without its fonts and readings.
func (p *parted) text() string {
	const upperBytes, readings, fonts = 1, 4, 8
	n, flags := p.u16(), p.u8()
	skip := 0
	if flags&fonts != 0 {
		skip = 4 * p.u16()
	}
	if flags&readings != 0 {
		skip += p.u32()
	}
	var units []uint16
	for n > 0 {
		if len(p.rest) == 0 {
			if !p.more() {
				break
			}
			flags = p.u8() // each part says anew whether it has upper bytes
		}
		size := 1 + flags&upperBytes
		part := min(n, len(p.rest)/size)
		for range part {
			units = append(units, uint16(p.number(size)))
		}
		if n -= part; part == 0 {
			p.rest = nil // half a character is left
		}
	}
	for skip > 0 && p.more() {
		skip -= len(p.take(skip))
	}
	return string(utf16.Decode(units))
}
