package inbox

import (
	"context"

	"vedetta/data"
	"vedetta/data/job"
)

// saver keeps drafts as they are written, one step at a time and in order: a
// step that overtook another would bring an old text back. Of one draft only
// the newest text is saved.
type saver struct {
	desk       replyDesk
	dispatcher job.Dispatcher
	kept       func(data.ID)
	failed     func(error)

	waiting map[data.ID]draft
	steps   []job.Work // what follows the saving
	saving  data.ID    // 0 while nothing is
	working bool
}

// keep saves a draft soon.
func (s *saver) keep(id data.ID, d draft) {
	if s.waiting == nil {
		s.waiting = map[data.ID]draft{}
	}
	s.waiting[id] = d
	s.next()
}

// forget drops what of a draft is not saved yet: a step that follows brings
// the text along.
func (s *saver) forget(id data.ID) { delete(s.waiting, id) }

// then does work when no step is under way and before anything else is saved.
func (s *saver) then(work job.Work) {
	s.steps = append(s.steps, work)
	s.next()
}

// busyWith tells whether a draft is not on disk as it stands.
func (s *saver) busyWith(id data.ID) bool {
	_, waits := s.waiting[id]
	return waits || s.working && s.saving == id
}

func (s *saver) next() {
	switch {
	case s.working:
		return
	case len(s.steps) > 0:
		work := s.steps[0]
		s.steps = s.steps[1:]
		s.run(0, work)
		return
	}
	for id, d := range s.waiting {
		delete(s.waiting, id)
		s.run(id, s.save(id, d))
		return
	}
}

// save is the step that saves a draft. One that fails waits for the next key.
func (s *saver) save(id data.ID, d draft) job.Work {
	return func(ctx context.Context) func() {
		err := s.desk.SaveDraft(context.WithoutCancel(ctx), id, d.text, d.template)
		return func() {
			if err != nil {
				s.failed(err)
				return
			}
			s.kept(id)
		}
	}
}

func (s *saver) run(id data.ID, work job.Work) {
	s.working, s.saving = true, id
	s.dispatcher.Do(func(ctx context.Context) func() {
		deliver := work(ctx)
		return func() {
			s.working = false
			if deliver != nil {
				deliver()
			}
			s.next()
		}
	})
}

// flush saves all that waits, for there may be no time to deliver anything.
func (s *saver) flush() {
	for id, d := range s.waiting {
		s.dispatcher.Do(s.save(id, d))
	}
	clear(s.waiting)
}
