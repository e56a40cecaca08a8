package assets

// Remark is the chip for a rule of the tone checker, by its name.
func (w *Words) Remark(rule string) string { return w.Text("check." + rule) }

// RemarkWhy says why the rule holds and where it was learned.
func (w *Words) RemarkWhy(rule string) string { return w.Text("check." + rule + ".why") }
