package data

import "sync"

// Events are all the signals of the app. A listener is called on the
// goroutine that caused the event and must return at once; screens hand it to
// their dispatcher. Adding returns the function that removes the listener.
type Events struct {
	// MentionsChanged fires after mentions were added, removed or re-labelled.
	MentionsChanged Signal[struct{}]
	// TriageChanged fires after the person worked on the given mentions.
	TriageChanged Signal[[]ID]
	// ImportsChanged fires when an import begins, ends or is undone.
	ImportsChanged Signal[struct{}]
	// SettingsChanged fires after a workspace setting (name, zone) was stored.
	SettingsChanged Signal[struct{}]
	// WatchedImported fires when a file of the watched folder was imported,
	// failed or waits.
	WatchedImported Signal[WatchedFile]
	// ModelChanged fires when another model labels the mentions, or was measured.
	ModelChanged Signal[struct{}]
	// RescoringChanged fires as labelling anew moves on, is paused or ends.
	RescoringChanged Signal[struct{}]
	// Taught fires when the model has learnt from the person's corrections, or
	// found nothing to learn: Adapted tells.
	Taught Signal[ModelInfo]
	// IncidentsChanged fires when the detectors found something else than before,
	// or the person changed what they should look for.
	IncidentsChanged Signal[struct{}]
	// Warned fires for an incident that the person should know of now: it is new
	// or got much worse, began in the last two days and is not expected.
	Warned Signal[Incident]
	// RepliesChanged fires after a reply to one of the given mentions was
	// written, queued, sent or taken back.
	RepliesChanged Signal[[]ID]
	// IssuesChanged fires after an issue, or what belongs to it, changed.
	IssuesChanged Signal[struct{}]
	// RulesChanged fires after a triage rule, a tag or a muted author changed.
	RulesChanged Signal[struct{}]
	// ViewsChanged fires after a saved view changed.
	ViewsChanged Signal[struct{}]
	// TemplatesChanged fires after a template or the business profile changed.
	TemplatesChanged Signal[struct{}]
	// CrisesChanged fires after a crisis, its log, its statements or its claims
	// changed.
	CrisesChanged Signal[struct{}]
	// ConnectionsChanged fires when a connection was set up, tried or removed.
	ConnectionsChanged Signal[struct{}]
	// DrillsChanged fires when a drill began, ended or was broken off.
	DrillsChanged Signal[struct{}]
	// WatchChanged fires when another folder is watched, none is, or the
	// watched one vanished or came back.
	WatchChanged Signal[WatchedFolder]
}

// Signal calls its listeners in the order in which they were added.
type Signal[T any] struct {
	mu        sync.Mutex
	next      int
	listeners []listener[T]
}

type listener[T any] struct {
	id int
	fn func(T)
}

// Add registers fn and returns the function that removes it.
func (s *Signal[T]) Add(fn func(T)) (remove func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next++
	id := s.next
	s.listeners = append(s.listeners, listener[T]{id, fn})
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		for i, l := range s.listeners {
			if l.id == id {
				s.listeners = append(s.listeners[:i:i], s.listeners[i+1:]...)
				return
			}
		}
	}
}

// Fire calls the listeners with v.
func (s *Signal[T]) Fire(v T) {
	s.mu.Lock()
	now := s.listeners
	s.mu.Unlock()
	for _, l := range now {
		l.fn(v)
	}
}
