# make run    installs what is missing, builds, opens the window;
#             without a display it does the main job headless, into out/
# make test   the same set-up, then all checks and tests
# make fuzz   gives every reader of bytes and texts odd ones, about 15 s each
# make test-servers  feeds against nginx and Bluesky against its own server, both
#             installed and started on this machine
# make bench  prints the measurements, a million mentions included
# make train learns the sentiment model anew
# make demo   writes the exports of the demo bakery anew

# The search needs SQLite's FTS5. Flags that are set already stay.
export GOFLAGS := $(or $(shell go env GOFLAGS 2>/dev/null),$(GOFLAGS)) -tags=sqlite_fts5
# The Go of Debian and Fedora fetches the release that go.mod asks for only
# when told to.
export GOTOOLCHAIN ?= auto

.PHONY: run test test-servers fuzz bench train demo

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
test-servers:
	@.ci/setup.sh
	@.ci/servers.sh

# A count, not a time: Go fails a target whose time runs out at the wrong moment
# (go.dev/issue/75804). The counts take about 15 s each.
FUZZED = ingest/FuzzDecode:6000 ingest/FuzzScanner:50000 ingest/FuzzDate:40000 ingest/FuzzJSON:50000 ingest/FuzzOpen:1500 \
	ingest/sheets/FuzzSheet:12000 ingest/sheets/FuzzXLS:100000 sentiment/FuzzClassify:50000 detect/FuzzRestore:300000 \
	FuzzParseQuery:200000 FuzzSuggest:200000 FuzzSimpleQuery:40000 reply/FuzzFill:15000 reply/FuzzCount:40000 \
	crisis/FuzzCheck:8000 crisis/FuzzParsePlaybook:8000 fetch/FuzzAnswers:8000

fuzz:
	@.ci/setup.sh
	@for each in $(FUZZED); do \
		target=$${each%:*}; package=./data/$$(dirname $$target); \
		echo "$$package $${target##*/}"; \
		go test -run '^$$' -fuzz "^$${target##*/}$$" -fuzztime $${each#*:}x $$package || exit 1; \
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
