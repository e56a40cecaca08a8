package reports

import (
	"context"
	"fmt"
	"os/exec"
)

// printer sends a PDF to the default printer; false when the system has no
// command for that.
type printer func(ctx context.Context, path string) (sent bool, err error)

// systemPrinter uses the print command of Unix systems.
func systemPrinter(ctx context.Context, path string) (bool, error) {
	for _, name := range []string{"lp", "lpr"} {
		command, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		if err := exec.CommandContext(ctx, command, path).Run(); err != nil {
			return false, fmt.Errorf("printing with %s: %w", name, err)
		}
		return true, nil
	}
	return false, nil
}
