package main

import (
	"fmt"
	"os"
	"time"

	"github.com/alecthomas/kong"
)

type options struct {
	Out        string   `help:"Folder for weights.bin and MODEL.md; empty to write nothing." default:"assets/sentiment"`
	Set        []string `help:"Texts to learn from: FILE or FOLDER, with :WEIGHT. Replaces the shipped recipe."`
	Validation string   `help:"Texts to measure on, never learnt from." default:"data/sentiment/corpus/validation"`
	Measure    []string `help:"Further texts to measure on."`
	Teach      []string `help:"Texts to simulate corrections with."`
	Research   string   `help:"Folder of research sets: learn a second model from all of them and compare."`
	Curve      bool     `help:"Print how the measure grows with the corpus."`
	Seed       uint64   `help:"Of the random order." default:"1"`
	Name       string   `help:"Name of the model." default:"Vedetta 1"`
	Day        string   `help:"Day of training, for the card." default:""`
}

func main() {
	var o options
	kong.Parse(&o, kong.Name("train"))
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func (o *options) run() error {
	started := time.Now()
	texts, err := o.texts()
	if err != nil {
		return err
	}
	tests, err := o.tests()
	if err != nil {
		return err
	}
	if o.Curve {
		return o.curve(texts, tests)
	}
	model, err := o.learn(texts)
	if err != nil {
		return err
	}
	fmt.Printf("%d texts learnt in %.0f s\n\n", len(texts), time.Since(started).Seconds())
	results := measureAll(model.Model, tests)
	printResults(o.Name, results)
	if err := o.teach(model.Model); err != nil {
		return err
	}
	if o.Research != "" {
		return o.compare(tests)
	}
	if o.Out == "" {
		return nil
	}
	return o.write(model, texts, results)
}
