package secret

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"

	"filippo.io/age"

	"vedetta/data"
)

// file keeps keys in a file that a passphrase locks.
type file struct {
	path       string
	passphrase string
	keys       map[string]string // nil while locked
}

func (f *file) exists() bool {
	_, err := os.Stat(f.path)
	return err == nil
}

func (f *file) unlock(passphrase string) error {
	if passphrase == "" {
		return data.Errorf(data.ErrSecretPassphrase, "no passphrase")
	}
	if !f.exists() {
		f.passphrase, f.keys = passphrase, map[string]string{}
		return f.save()
	}
	sealed, err := os.ReadFile(f.path)
	if err != nil {
		return &data.Error{Code: data.ErrSecretFile, Err: err}
	}
	keys, err := opened(sealed, passphrase)
	if err != nil {
		return err
	}
	f.passphrase, f.keys = passphrase, keys
	return nil
}

func opened(sealed []byte, passphrase string) (map[string]string, error) {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, &data.Error{Code: data.ErrSecretPassphrase, Err: err}
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), identity)
	var wrong *age.NoIdentityMatchError
	if errors.As(err, &wrong) {
		return nil, &data.Error{Code: data.ErrSecretPassphrase, Err: err}
	}
	if err != nil {
		return nil, &data.Error{Code: data.ErrSecretFile, Err: err}
	}
	keys := map[string]string{}
	if err := json.NewDecoder(r).Decode(&keys); err != nil {
		return nil, &data.Error{Code: data.ErrSecretFile, Err: err}
	}
	return keys, nil
}

func (f *file) get(name string) (string, error) {
	if f.keys == nil {
		return "", &data.Error{Code: data.ErrSecretLocked}
	}
	value, ok := f.keys[name]
	if !ok {
		return "", &data.Error{Code: data.ErrNotFound}
	}
	return value, nil
}

func (f *file) set(name, value string) error {
	if f.keys == nil {
		return &data.Error{Code: data.ErrSecretLocked}
	}
	before, had := f.keys[name]
	f.keys[name] = value
	err := f.save()
	switch {
	case err != nil && had:
		f.keys[name] = before
	case err != nil:
		delete(f.keys, name)
	}
	return err
}

func (f *file) delete(name string) error {
	value, err := f.get(name)
	if err != nil {
		return err
	}
	delete(f.keys, name)
	if err := f.save(); err != nil {
		f.keys[name] = value
		return err
	}
	return nil
}

// save writes the file whole and moves it into its place.
func (f *file) save() error {
	err := f.write()
	if err != nil {
		return &data.Error{Code: data.ErrSecretFile, Err: err}
	}
	return nil
}

func (f *file) write() (err error) {
	recipient, err := age.NewScryptRecipient(f.passphrase)
	if err != nil {
		return err
	}
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, recipient)
	if err != nil {
		return err
	}
	if err := errors.Join(json.NewEncoder(w).Encode(f.keys), w.Close()); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(f.path), ".keys-*") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temp.Name())
		}
	}()
	_, err = io.Copy(temp, &sealed)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), f.path)
}
