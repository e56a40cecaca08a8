# make run    installs what is missing, builds, opens the window;
#             without a display it does the main job headless, into out/
# make test   the same set-up, then all checks and tests
# make fuzz   gives every reader of files odd bytes, 20 s each
# make bench  prints the measurements, a million mentions included
# make train learns the sentiment model anew
# make demo   writes the exports of the demo bakery anew

# The search needs SQLite's FTS5. Flags that are set already stay.
export GOFLAGS := $(or $(shell go env GOFLAGS 2>/dev/null),$(GOFLAGS)) -tags=sqlite_fts5
# The Go of Debian and Fedora fetches the release that go.mod asks for only
# when told to.
export GOTOOLCHAIN ?= auto

.PHONY: run test fuzz bench train demo

run:
	@.ci/setup.sh
	go build -o vedetta .
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; \
	then ./vedetta; \
	else ./vedetta headless -o out; fi

test:
	@.ci/setup.sh
	@.ci/format.sh
	go vet ./...
	go tool staticcheck ./...
	go test -race -timeout 20m ./...

# One after the other: go test takes a single target at a time.
fuzz:
	@.ci/setup.sh
	@for target in FuzzDecode FuzzScanner FuzzDate FuzzJSON FuzzOpen sheets/FuzzSheet sheets/FuzzXLS ../sentiment/FuzzClassify ../detect/FuzzRestore ../FuzzParseQuery; do \
		case $$target in */*) package=./data/ingest/$${target%/*};; *) package=./data/ingest;; esac; \
		echo "$$package $${target##*/}"; \
		go test -run '^$$' -fuzz "^$${target##*/}$$" -fuzztime 20s $$package || exit 1; \
	done

# The default -benchtime runs the import, which takes longer than that, once
# and each screen often. Packages go one after the other.
bench:
	@.ci/setup.sh sqlite3
	go test -run '^$$' -bench . -timeout 60m \
		./data/desk ./data/detect/... ./data/ingest ./data/sentiment ./data/drivers ./charts/report

train:
	@.ci/setup.sh
	go run ./data/sentiment/train

demo:
	@.ci/setup.sh
	go run ./assets/demo/generate
