package data

import (
	"errors"
	"fmt"
)

// Code names a kind of failure that a person can do something about. The
// sentence and the hint stand in the translation files under
// "error.<code>" and "error.<code>.hint".
type Code string

// The codes.
const (
	ErrInternal        Code = "internal"
	ErrCancelled       Code = "cancelled"
	ErrFileMissing     Code = "file_missing"
	ErrFileIsFolder    Code = "file_is_folder"
	ErrFileDenied      Code = "file_denied"
	ErrFolderEmpty     Code = "folder_empty" // no file in it may hold mentions
	ErrFileEmpty       Code = "file_empty"
	ErrFilePassword    Code = "file_password"
	ErrFileTooLarge    Code = "file_too_large" // unpacked, or for what is read whole
	ErrFileDamaged     Code = "file_damaged"   // cannot be unpacked or read to its end
	ErrArchiveEmpty    Code = "archive_empty"  // no file in it may hold mentions
	ErrArchiveNested   Code = "archive_nested" // archives in an archive
	ErrArchiveOther    Code = "archive_other"  // Args: Kind ("RAR", "7z", …)
	ErrFileEmail       Code = "file_email"
	ErrFileSaveAs      Code = "file_save_as" // Args: Kind; a workbook of a kind that is not read
	ErrManyEntries     Code = "many_entries" // Args: N
	ErrEntryUnknown    Code = "entry_unknown"
	ErrSheetUnknown    Code = "sheet_unknown"  // Args: Name
	ErrFileBinary      Code = "file_binary"    // Args: kind ("PDF", "ZIP", "XLSX", …)
	ErrFileLineTooLong Code = "file_line_long" // Args: line
	ErrFileNoColumns   Code = "file_no_columns"
	ErrFileNoText      Code = "file_no_text"
	ErrFileNoDate      Code = "file_no_date"
	ErrFileNoRows      Code = "file_no_rows" // header only, or not one usable row
	ErrFormatUnknown   Code = "format_unknown"
	ErrColumnUnknown   Code = "column_unknown"
	ErrFieldUnknown    Code = "field_unknown"
	ErrQuery           Code = "query" // Args: what, at (1-based rune)
	ErrWorkspaceLocked Code = "workspace_locked"
	ErrWorkspaceRead   Code = "workspace_readonly"
	ErrWorkspaceNewer  Code = "workspace_newer" // Args: have, know
	ErrWorkspaceBroken Code = "workspace_broken"
	ErrWorkspaceOther  Code = "workspace_other" // a file that is no workspace
	ErrWorkspaceFull   Code = "workspace_full"  // a demo needs a new one
	ErrDate            Code = "date"            // Args: What
	ErrCannotWrite     Code = "cannot_write"    // Args: Path
	ErrDiskFull        Code = "disk_full"
	ErrExportKind      Code = "export_kind" // Args: Name
	ErrImportBusy      Code = "import_busy"
	ErrNotFound        Code = "not_found"
	ErrFolderMissing   Code = "folder_missing" // Args: Path
	ErrZone            Code = "zone"           // Args: What
	ErrSeries          Code = "series"         // Args: Line, What
	ErrNameTaken       Code = "name_taken"     // Args: Name
	ErrUnsureColumns   Code = "unsure_columns" // a watched file whose columns were guessed
	ErrUnsureDates     Code = "unsure_dates"   // a watched file without a date that tells day from month
	ErrMentionNoText   Code = "mention_no_text"
	ErrMentionDate     Code = "mention_date"    // none, or in the future
	ErrMentionURL      Code = "mention_url"     // Args: What
	ErrAttachmentKind  Code = "attachment_kind" // Args: Name
	ErrWatchList       Code = "watch_list"      // a line of the words to watch cannot be read; Args: Line, What
	ErrAttachmentLarge Code = "attachment_large"
)

// Error is what happened (Code and Args, for the person in any language) and
// why (Err, for the log).
type Error struct {
	Code Code
	Args map[string]any // named parts of the sentence
	Err  error
}

// Errorf makes an Error whose cause is described for the log.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Err: fmt.Errorf(format, args...)}
}

// With names a part of the sentence.
func (e *Error) With(name string, value any) *Error {
	c := *e
	c.Args = map[string]any{name: value}
	for k, v := range e.Args {
		c.Args[k] = v
	}
	return &c
}

// Error is the text for the log.
func (e *Error) Error() string {
	if e.Err == nil {
		return string(e.Code)
	}
	return string(e.Code) + ": " + e.Err.Error()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf is the code of the first Error in the chain, else ErrInternal.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ErrInternal
}
