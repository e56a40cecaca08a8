package kit

import "fyne.io/fyne/v2/driver/desktop"

// Explain shows a text beside the chip while the pointer is on it.
func (c *Chip) Explain(tip *Tip, text string) { c.tip, c.why = tip, text }

// MouseIn explains the chip.
func (c *Chip) MouseIn(e *desktop.MouseEvent) {
	c.pressable.MouseIn(e)
	if c.why != "" {
		c.tip.ShowAt(c.why, c, 0, c.Size().Height+4)
	}
}

// MouseOut takes the explanation away.
func (c *Chip) MouseOut() {
	c.pressable.MouseOut()
	if c.why != "" {
		c.tip.Away()
	}
}
