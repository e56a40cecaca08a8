package secret

import (
	"errors"
	"sync"

	"github.com/zalando/go-keyring"

	"vedetta/data"
)

// service is the name under which the keyring of the system lists our keys.
const service = "Vedetta"

// Place says where keys are kept.
type Place int8

// The places.
const (
	InKeyring Place = iota // of the system
	InFile                 // which is open
	InLocked               // a file whose passphrase is needed
	InNewFile              // there is none yet: a passphrase is to be chosen
	Nowhere                // no key can be kept
)

// Box keeps keys by name. It is safe for use by several goroutines. A nil Box
// keeps nothing: a drill has no networks.
type Box struct {
	mu      sync.Mutex
	keyring bool
	file    file
}

// Open finds out where keys are kept: in the keyring, or in the file at path.
// A file that is there already is used, so that no key is lost when a keyring
// appears.
func Open(path string) *Box {
	b := &Box{file: file{path: path}}
	b.keyring = !b.file.exists() && keyringWorks()
	return b
}

// keyringWorks asks for a key that nobody has: a keyring says so, a system
// without one says something else.
func keyringWorks() bool {
	_, err := keyring.Get(service, "probe")
	return err == nil || errors.Is(err, keyring.ErrNotFound)
}

// Place tells where keys are kept.
func (b *Box) Place() Place {
	if b == nil {
		return Nowhere
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.keyring:
		return InKeyring
	case b.file.keys != nil:
		return InFile
	case b.file.exists():
		return InLocked
	}
	return InNewFile
}

// Unlock opens the file, or makes it with a first passphrase.
// data.ErrSecretPassphrase when it is the wrong one, data.ErrSecretNowhere of a
// nil Box.
func (b *Box) Unlock(passphrase string) error {
	if b == nil {
		return &data.Error{Code: data.ErrSecretNowhere}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.keyring {
		return nil
	}
	return b.file.unlock(passphrase)
}

// Get reads a key; data.ErrNotFound if there is none, data.ErrSecretLocked
// while the file is locked.
func (b *Box) Get(name string) (string, error) {
	if b == nil {
		return "", &data.Error{Code: data.ErrNotFound}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.keyring {
		return b.file.get(name)
	}
	value, err := keyring.Get(service, name)
	return value, explain(err)
}

// Set keeps a key; data.ErrSecretLocked while the file is locked,
// data.ErrSecretNowhere in a nil Box.
func (b *Box) Set(name, value string) error {
	if b == nil {
		return &data.Error{Code: data.ErrSecretNowhere}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.keyring {
		return b.file.set(name, value)
	}
	return explain(keyring.Set(service, name, value))
}

// Delete forgets a key; one that is not there is no error.
func (b *Box) Delete(name string) error {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	var err error
	if b.keyring {
		err = explain(keyring.Delete(service, name))
	} else {
		err = b.file.delete(name)
	}
	if data.CodeOf(err) == data.ErrNotFound {
		return nil
	}
	return err
}

func explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, keyring.ErrNotFound):
		return &data.Error{Code: data.ErrNotFound, Err: err}
	}
	return &data.Error{Code: data.ErrSecretKeyring, Err: err}
}
