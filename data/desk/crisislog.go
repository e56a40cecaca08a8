package desk

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// LogFile is a file that is kept with an entry of a log, whatever its kind.
type LogFile struct {
	Name  string
	Bytes []byte
}

// CrisisLog lists the entries of a crisis's log, newest first. From the first
// one on that is not what was written then, all are broken.
func (d *Desk) CrisisLog(ctx context.Context, issue int64) ([]data.LogEntry, error) {
	all, err := d.store.CrisisLog(ctx, issue)
	var out []data.LogEntry
	for _, e := range slices.Backward(all) {
		out = append(out, e.LogEntry)
	}
	return out, err
}

// WriteLog writes the person's words into a crisis's log, with a file of at
// most data.MaxAttachment bytes if there is one. It is there for good.
func (d *Desk) WriteLog(ctx context.Context, issue int64, text string, file *LogFile) error {
	text = strings.TrimSpace(strings.ToValidUTF8(text, ""))
	e := data.LogEntry{At: d.Now(), Kind: data.LogNote, Text: text}
	if file == nil {
		file = &LogFile{}
	}
	switch {
	case text == "" && len(file.Bytes) == 0:
		return &data.Error{Code: data.ErrLogEmpty}
	case len(file.Bytes) > data.MaxAttachment:
		return data.Errorf(data.ErrAttachmentLarge, "%s has %d bytes", file.Name, len(file.Bytes))
	case len(file.Bytes) > 0:
		e.Rest = map[string]any{"file": file.Name}
	}
	if err := d.store.WriteLog(ctx, issue, e, file.Name, file.Bytes); err != nil {
		return err
	}
	d.events.CrisesChanged.Fire(struct{}{})
	return nil
}

// LogAttachment reads a file of a log; it is checked against the hash that was
// taken when it came in.
func (d *Desk) LogAttachment(ctx context.Context, sha string) (name string, content []byte, err error) {
	return d.store.LogFile(ctx, sha)
}

// LogWords are the words of an exported log.
type LogWords struct {
	Heading  string
	Explain  string // how the hashes are made
	Sound    string // said at the end when nothing was changed
	Broken   string // said at the end, and of each entry, when something was
	Sentence func(data.LogEntry) string
	Time     func(time.Time) string
}

// ExportCrisisLog writes the log of a crisis as plain text, oldest first, each
// entry with its hash and what it rests on, so that others can check it.
func (d *Desk) ExportCrisisLog(ctx context.Context, issue int64, to io.Writer, words LogWords) error {
	all, err := d.store.CrisisLog(ctx, issue)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "%s\n%s\n", words.Heading, words.Explain)
	end := words.Sound
	for n, e := range all {
		// Lines of text are set in, so that none of them looks like an entry.
		sentence := strings.Join(strings.FieldsFunc(words.Sentence(e.LogEntry), isLineEnd), "\n    ")
		fmt.Fprintf(w, "\n%d. %s · %s\n    %s\n", n+1, words.Time(e.At), oneLine(e.Author), sentence)
		if e.Attached != "" {
			fmt.Fprintf(w, "    SHA-256 %s\n", e.Attached)
		}
		if e.Hash != "" {
			fmt.Fprintf(w, "    # %s\n", e.Hash)
		}
		if e.Broken {
			end = words.Broken
			fmt.Fprintf(w, "    ! %s\n", words.Broken)
		}
	}
	fmt.Fprintf(w, "\n%s\n", end)
	return w.Flush()
}

func isLineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
