package desk

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"vedetta/data"
)

// Attach copies a picture (PNG, JPEG, WebP) or PDF of at most
// data.MaxAttachment bytes into the workspace as evidence of a mention. The
// same file a second time changes nothing.
func (d *Desk) Attach(ctx context.Context, id data.ID, path string) error {
	f, err := readAttachment(path)
	if err != nil {
		return err
	}
	return d.store.Attach(ctx, id, f.name, f.kind, f.content)
}

// Attachments lists the files kept as evidence of a mention.
func (d *Desk) Attachments(ctx context.Context, id data.ID) ([]data.Attachment, error) {
	return d.store.Attachments(ctx, id)
}

// Attachment reads the content of an attachment; it is checked against the
// hash that was taken when it came in.
func (d *Desk) Attachment(ctx context.Context, id int64) ([]byte, error) {
	return d.store.Attachment(ctx, id)
}

// attachment is a file that was found fit to be kept.
type attachment struct {
	name, kind string
	content    []byte
}

func readAttachment(path string) (attachment, error) {
	a := attachment{name: filepath.Base(path)}
	f, err := os.Open(path)
	if err != nil {
		return a, fileError(err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return a, fileError(err)
	case info.IsDir():
		return a, data.Errorf(data.ErrFileIsFolder, "%s", path)
	}
	if a.content, err = io.ReadAll(io.LimitReader(f, data.MaxAttachment+1)); err != nil {
		return a, err
	}
	if len(a.content) > data.MaxAttachment {
		return a, data.Errorf(data.ErrAttachmentLarge, "%s has %d bytes", path, info.Size())
	}
	if a.kind = kindOf(a.content); a.kind == "" {
		return a, data.Errorf(data.ErrAttachmentKind, "%s", path).With("Name", a.name)
	}
	return a, nil
}

// kindOf tells the media type by the first bytes: names can say anything.
func kindOf(content []byte) string {
	begins := func(s string) bool { return bytes.HasPrefix(content, []byte(s)) }
	switch {
	case begins("\x89PNG\r\n\x1a\n"):
		return "image/png"
	case begins("\xff\xd8\xff"):
		return "image/jpeg"
	case begins("RIFF") && len(content) >= 12 && string(content[8:12]) == "WEBP":
		return "image/webp"
	case begins("%PDF-"):
		return "application/pdf"
	}
	return ""
}

func fileError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &data.Error{Code: data.ErrFileMissing, Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &data.Error{Code: data.ErrFileDenied, Err: err}
	}
	return err
}
