#!/bin/sh
# Fails and names the Go files that gofumpt would write differently.
set -eu
cd "$(dirname "$0")/.."

# A tracked file that was just deleted is nobody's fault: only those that exist.
files=$(git -c safe.directory='*' ls-files '*.go' | while read -r f; do [ ! -f "$f" ] || echo "$f"; done)
# shellcheck disable=SC2086 # a list of files without spaces in their names
unformatted=$(go tool gofumpt -l $files)
[ -z "$unformatted" ] || {
	echo "These files are not formatted; run: go tool gofumpt -w FILE"
	echo "$unformatted"
	exit 1
}
