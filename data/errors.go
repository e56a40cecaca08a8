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
	ErrInternal         Code = "internal"
	ErrCancelled        Code = "cancelled"
	ErrFileMissing      Code = "file_missing"
	ErrFileIsFolder     Code = "file_is_folder"
	ErrFileDenied       Code = "file_denied"
	ErrFolderEmpty      Code = "folder_empty" // no file in it may hold mentions
	ErrFileEmpty        Code = "file_empty"
	ErrFilePassword     Code = "file_password"
	ErrFileTooLarge     Code = "file_too_large" // unpacked, or for what is read whole
	ErrFileDamaged      Code = "file_damaged"   // cannot be unpacked or read to its end
	ErrArchiveEmpty     Code = "archive_empty"  // no file in it may hold mentions
	ErrArchiveNested    Code = "archive_nested" // archives in an archive
	ErrArchiveOther     Code = "archive_other"  // Args: Kind ("RAR", "7z", …)
	ErrFileEmail        Code = "file_email"
	ErrFileSaveAs       Code = "file_save_as" // Args: Kind; a workbook of a kind that is not read
	ErrManyEntries      Code = "many_entries" // Args: N
	ErrEntryUnknown     Code = "entry_unknown"
	ErrSheetUnknown     Code = "sheet_unknown"  // Args: Name
	ErrFileBinary       Code = "file_binary"    // Args: kind ("PDF", "ZIP", "XLSX", …)
	ErrFileLineTooLong  Code = "file_line_long" // Args: line
	ErrFileNoColumns    Code = "file_no_columns"
	ErrFileNoText       Code = "file_no_text"
	ErrFileNoDate       Code = "file_no_date"
	ErrFileNoRows       Code = "file_no_rows" // header only, or not one usable row
	ErrFormatUnknown    Code = "format_unknown"
	ErrColumnUnknown    Code = "column_unknown"
	ErrFieldUnknown     Code = "field_unknown"
	ErrQuery            Code = "query" // Args: What, At (1-based rune), Expected, Query; see QueryFault
	ErrWorkspaceLocked  Code = "workspace_locked"
	ErrOnlyLooking      Code = "only_looking" // another window works in the workspace
	ErrWorkspaceRead    Code = "workspace_readonly"
	ErrWorkspaceNewer   Code = "workspace_newer" // Args: have, know
	ErrWorkspaceBroken  Code = "workspace_broken"
	ErrWorkspaceOther   Code = "workspace_other" // a file that is no workspace
	ErrWorkspaceFull    Code = "workspace_full"  // a demo needs a new one
	ErrDate             Code = "date"            // Args: What
	ErrCannotWrite      Code = "cannot_write"    // Args: Path
	ErrDiskFull         Code = "disk_full"
	ErrExportKind       Code = "export_kind" // Args: Name
	ErrImportBusy       Code = "import_busy"
	ErrNotFound         Code = "not_found"
	ErrReplyLong        Code = "reply_long"     // for where it is to be published
	ErrReplyUnfilled    Code = "reply_unfilled" // a template's gap is left in it
	ErrReplyEmpty       Code = "reply_empty"
	ErrFolderMissing    Code = "folder_missing" // Args: Path
	ErrZone             Code = "zone"           // Args: What
	ErrSeries           Code = "series"         // Args: Line, What
	ErrNameTaken        Code = "name_taken"     // Args: Name
	ErrUnsureColumns    Code = "unsure_columns" // a watched file whose columns were guessed
	ErrUnsureDates      Code = "unsure_dates"   // a watched file without a date that tells day from month
	ErrMentionNoText    Code = "mention_no_text"
	ErrMentionDate      Code = "mention_date"    // none, or in the future
	ErrMentionURL       Code = "mention_url"     // Args: What
	ErrAttachmentKind   Code = "attachment_kind" // Args: Name
	ErrWatchList        Code = "watch_list"      // a line of the words to watch cannot be read; Args: Line, What
	ErrAttachmentLarge  Code = "attachment_large"
	ErrTemplateEmpty    Code = "template_empty"    // without a name or a text
	ErrTemplateLong     Code = "template_long"     // Args: Most
	ErrIssueTitle       Code = "issue_title"       // none
	ErrDrill            Code = "drill"             // a drill's file; Args: File, Line, What
	ErrIssueReason      Code = "issue_reason"      // another level than the matrix gives, and no reason
	ErrRuleEmpty        Code = "rule_empty"        // no name, no query, or nothing to do
	ErrOfficeHours      Code = "office_hours"      // a span ends before it begins, or two overlap
	ErrOfficeDay        Code = "office_day"        // Args: What
	ErrOfficeTarget     Code = "office_target"     // Args: What
	ErrPlaybook         Code = "playbook"          // cannot be read; Args: File, Line, Reason
	ErrCrisisDeclared   Code = "crisis_declared"   // the issue is a crisis already
	ErrCrisisOnset      Code = "crisis_onset"      // in the future
	ErrCrisisMerge      Code = "crisis_merge"      // a crisis into another issue
	ErrStepTitle        Code = "step_title"        // none
	ErrLogEmpty         Code = "log_empty"         // neither words nor a file
	ErrStatementOut     Code = "statement_out"     // it was published and stays as it was
	ErrClaimEmpty       Code = "claim_empty"       // without words
	ErrQuestionEmpty    Code = "question_empty"    // without words
	ErrStakeholderEmpty Code = "stakeholder_empty" // neither name nor group
	ErrPromiseEmpty     Code = "promise_empty"     // without words or without a moment
	ErrPublishedLater   Code = "published_later"   // a moment to come
	ErrPlaybookEmpty    Code = "playbook_empty"    // without a name or steps
	ErrFetchOffline     Code = "fetch_offline"     // no answer; the network may be away. Args: Host
	ErrFetchPrivate     Code = "fetch_private"     // a host inside the local network that nobody typed; Args: Host
	ErrFetchCertificate Code = "fetch_certificate" // Args: Host
	ErrFetchAddress     Code = "fetch_address"     // cannot be one
	ErrFetchKeys        Code = "fetch_keys"        // not, or no longer, valid; Args: Host
	ErrFetchForbidden   Code = "fetch_forbidden"   // the keys lack a permission; Args: Host
	ErrFetchNotFound    Code = "fetch_not_found"   // Args: Host
	ErrFetchLimit       Code = "fetch_limit"       // too many requests; Args: Host, Until if known
	ErrFetchServer      Code = "fetch_server"      // trouble on the other side; Args: Host, Status
	ErrFetchRefused     Code = "fetch_refused"     // any other refusal; Args: Host, Status
	ErrFetchAnswer      Code = "fetch_answer"      // cannot be read
	ErrFetchTooBig      Code = "fetch_too_big"     // Args: Host
	ErrFetchField       Code = "fetch_field"       // a setting is missing or wrong; Args: Field
	ErrSendingUnknown   Code = "sending_unknown"   // nobody can tell whether an answer is public
	ErrFetchSpent       Code = "fetch_spent"       // the month's limit of money; Args: Limit
	ErrSourceUnknown    Code = "source_unknown"    // Args: Name
	ErrSecretLocked     Code = "secret_locked"     // the passphrase is needed
	ErrSecretPassphrase Code = "secret_passphrase" // none, or a wrong one
	ErrSecretFile       Code = "secret_file"       // of keys, cannot be read or written
	ErrSecretKeyring    Code = "secret_keyring"    // of the system, refused
	ErrSecretNowhere    Code = "secret_nowhere"    // no key can be kept
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

// ArgOf is a part of an error's sentence that is text; empty if it has none.
func ArgOf(err error, name string) string {
	var e *Error
	if errors.As(err, &e) {
		text, _ := e.Args[name].(string)
		return text
	}
	return ""
}

// CodeOf is the code of the first Error in the chain, else ErrInternal.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ErrInternal
}
