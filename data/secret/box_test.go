package secret

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/zalando/go-keyring"

	"vedetta/data"
)

// locked is a box on a system without a keyring.
func locked(t *testing.T, path string) *Box {
	t.Helper()
	keyring.MockInitWithError(os.ErrNotExist)
	return Open(path)
}

func TestTheKeyringKeepsKeys(t *testing.T) {
	keyring.MockInit()
	b := Open(filepath.Join(t.TempDir(), "keys"))
	if b.Place() != InKeyring {
		t.Fatalf("kept in %v", b.Place())
	}
	if err := b.Set("1/token", "s3cret"); err != nil {
		t.Fatal(err)
	}
	if got, err := b.Get("1/token"); got != "s3cret" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	for range 2 {
		if err := b.Delete("1/token"); err != nil {
			t.Error(err)
		}
	}
	if _, err := b.Get("1/token"); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("after it was forgotten: %v", err)
	}
}

func TestWithoutAKeyringAPassphraseLocksThem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "keys")
	b := locked(t, path)
	if b.Place() != InNewFile {
		t.Fatalf("kept in %v", b.Place())
	}
	if err := b.Set("1/token", "s3cret"); data.CodeOf(err) != data.ErrSecretLocked {
		t.Fatalf("before a passphrase: %v", err)
	}
	if err := b.Unlock("pane e acqua"); err != nil {
		t.Fatal(err)
	}
	if err := b.Set("1/token", "s3cret"); err != nil {
		t.Fatal(err)
	}
	sealed, err := os.ReadFile(path)
	if err != nil || bytes.Contains(sealed, []byte("s3cret")) {
		t.Fatalf("the file tells the key, or cannot be read: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}

	again := locked(t, path)
	if again.Place() != InLocked {
		t.Errorf("opened again it is in %v", again.Place())
	}
	if err := again.Unlock("sbagliata"); data.CodeOf(err) != data.ErrSecretPassphrase {
		t.Errorf("with the wrong passphrase: %v", err)
	}
	if err := again.Unlock("pane e acqua"); err != nil {
		t.Fatal(err)
	}
	if got, err := again.Get("1/token"); got != "s3cret" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWithoutABoxNothingIsKept(t *testing.T) {
	var b *Box
	if b.Place() != Nowhere {
		t.Errorf("kept in %v", b.Place())
	}
	if err := b.Set("1/token", "s3cret"); data.CodeOf(err) != data.ErrSecretNowhere {
		t.Errorf("set: %v", err)
	}
	if err := b.Unlock("pane e acqua"); data.CodeOf(err) != data.ErrSecretNowhere {
		t.Errorf("unlock: %v", err)
	}
	if _, err := b.Get("1/token"); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("get: %v", err)
	}
	if err := b.Delete("1/token"); err != nil {
		t.Errorf("delete: %v", err)
	}
}

func TestADamagedFileSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, []byte("not a file of keys"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := locked(t, path).Unlock("x"); data.CodeOf(err) != data.ErrSecretFile {
		t.Errorf("error %v", err)
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "not a file of keys" {
		t.Error("it was written over")
	}
}
