package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// folder is where the exports lie, seen from the top of the repository.
const folder = "assets/demo/files"

func main() {
	if err := write(folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(folder string) error {
	exports, err := exports(mentions())
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for name, content := range exports {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// exports gives the files by name.
func exports(all []*mention) (map[string][]byte, error) {
	formats := []struct {
		name  string
		has   func(*mention) bool
		write func(*dice, []*mention) ([]byte, error)
	}{
		{"recensioni-google.json", from("google"), googleFile},
		{"trustpilot.csv", from("trustpilot"), trustpilotFile},
		{"brandwatch-instagram-facebook.csv", from("instagram", "facebook"), brandwatchFile},
		{"meltwater.csv", (*mention).watched, meltwaterFile},
		{"tweets.jsonl", func(m *mention) bool { return m.source == "x" && !m.watched() }, tweetsFile},
	}
	files := map[string][]byte{}
	for i, f := range formats {
		content, err := f.write(newDice(uint64(i)+100), newestFirst(all, f.has))
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", f.name, err)
		}
		files[f.name] = content
	}
	return files, nil
}

func from(sources ...string) func(*mention) bool {
	return func(m *mention) bool { return slices.Contains(sources, m.source) }
}

// newestFirst is the order in which the tools write their exports.
func newestFirst(all []*mention, has func(*mention) bool) []*mention {
	var chosen []*mention
	for i := len(all) - 1; i >= 0; i-- {
		if has(all[i]) {
			chosen = append(chosen, all[i])
		}
	}
	return chosen
}
