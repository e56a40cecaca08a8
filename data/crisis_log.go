package data

// LogKind says what an entry of a crisis's log tells. It is stored: never
// rename one. Beside it stand the parts of the sentence in the entry's rest.
type LogKind = string

// The kinds.
const (
	LogDeclared   LogKind = "declared"   // level, points, type, playbook, onset; reason: its text
	LogRated      LogKind = "rated"      // from, to, points; reason: its text
	LogTyped      LogKind = "typed"      // from, to; reason: its text
	LogStrategies LogKind = "strategies" // from, to: lists
	LogOnset      LogKind = "onset"      // from, to: RFC 3339
	LogPlaybook   LogKind = "playbook"   // from, to: keys; steps
	LogStepDone   LogKind = "step_done"  // key, title, late: minutes beyond its clock
	LogStepUndone LogKind = "step_undone"
	LogStepNoted  LogKind = "step_noted" // key, title; the note is its text
	LogStepAdded  LogKind = "step_added" // title, phase, minutes
	LogStepGone   LogKind = "step_gone"  // title; the addition was taken back
	LogNote       LogKind = "note"       // the person's own words
	LogPublished  LogKind = "published"  // kind, channels, url; the statement is its text
	LogWithdrawn  LogKind = "withdrawn"  // kind; it was not published after all
	LogClaim      LogKind = "claim"      // from, to: findings; the claim is its text
	LogClaimGone  LogKind = "claim_gone" // the claim is its text
	LogTold       LogKind = "told"       // group, name, at: RFC 3339
	LogUntold     LogKind = "untold"     // group, name
	LogPromised   LogKind = "promised"   // kind, due: RFC 3339; the promise is its text
	LogKept       LogKind = "kept"       // kind; the promise is its text
	LogUnkept     LogKind = "unkept"     // kind; the promise is its text
	LogUnpromised LogKind = "unpromised" // kind; the promise is its text
	LogReviewed   LogKind = "reviewed"   // edits: of the playbook that were taken
	LogClosed     LogKind = "closed"     // promises: still open, unmet: keys of criteria; reason: its text
	LogReopened   LogKind = "reopened"   // reason: its text
	// LogMissing is never stored: it stands for entries that are gone from the
	// end of a log; "count" tells how many.
	LogMissing LogKind = "missing"
)

// LogClock is the part of the rest of any entry that was written when the
// clock had been set back: what the clock said, RFC 3339.
const LogClock = "clock"
