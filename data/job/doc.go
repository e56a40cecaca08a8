// Package job is background work: running it away from the UI goroutine,
// bringing its answer back, dropping stale answers, counting progress and
// waiting for it at shutdown.
//
// Neighbours: presenters hold a Loader; ui/kit has the Dispatcher that knows
// Fyne, tests use Inline; desk counts with Counter.
//
// Rules: work gets copies of its inputs and touches no screen; what it returns
// runs on the UI goroutine, once, or never if the work was cancelled.
package job
