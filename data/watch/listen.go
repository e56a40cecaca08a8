package watch

import (
	"errors"

	"github.com/fsnotify/fsnotify"
)

// listen asks the system to tell of changes in a folder. However many there
// are, one at most waits in the channel.
func listen(path string) (changes <-chan struct{}, stop func(), err error) {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, nil, err
	}
	if err := system.Add(path); err != nil {
		return nil, nil, errors.Join(err, system.Close())
	}
	told := make(chan struct{}, 1)
	go func() {
		for {
			select {
			case _, open := <-system.Events:
				if !open {
					return
				}
			case _, open := <-system.Errors: // too many changes to tell of
				if !open {
					return
				}
			}
			select {
			case told <- struct{}{}:
			default:
			}
		}
	}()
	return told, func() { _ = system.Close() }, nil // nothing is left to lose
}
