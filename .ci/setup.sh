#!/bin/sh
# Checks what building Vedetta needs and installs what is missing with the
# system's package manager. Done at once where all is there.
#
# .ci/setup.sh [sqlite3]   sqlite3: also the shell that the benchmarks compare with
set -eu
cd "$(dirname "$0")/.."

headers='x11 xcursor xrandr xinerama xi xxf86vm gl wayland-client xkbcommon'
go_wanted=$(sed -n 's/^go \([0-9]*\.[0-9]*\).*/\1/p' go.mod)
shell_wanted=${1-}

say() { echo "setup: $*"; }
stop() {
	for line; do say "$line" >&2; done
	exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# A compiler without the headers of the C library is of no use.
have_compiler() { echo '#include <stdlib.h>' | ${CC:-gcc} -E - >/dev/null 2>&1; }
# shellcheck disable=SC2086 # one module a word
have_headers() { have pkg-config && pkg-config --exists $headers; }
have_shell() { [ -z "$shell_wanted" ] || have "$shell_wanted"; }
# Go itself decides: from 1.21 on it can fetch the release that go.mod asks for.
have_go() { have go && go list -m >/dev/null 2>&1; }

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		say "running: $*"
		"$@"
	elif have sudo; then
		say "running with sudo, which may ask for your password: $*"
		sudo "$@"
	else
		stop "there is no sudo. As root, run this, then make again:" "  $*"
	fi
}

# Each manager below sets the names of what we need and defines
#   refresh           update the list of packages
#   install NAME…     install packages
#   go_version        print the version of the packaged Go
use_apt() {
	packages='gcc libc6-dev pkg-config xorg-dev libgl1-mesa-dev libwayland-dev libxkbcommon-dev'
	go_package=golang-go shell_package=sqlite3
	refresh() { as_root apt-get update; }
	install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
	go_version() { apt-cache policy golang-go | sed -n 's/^ *Candidate: \([0-9]*:\)*//p'; }
}

use_dnf() {
	packages='gcc glibc-devel pkgconf-pkg-config libX11-devel libXcursor-devel libXrandr-devel
		libXinerama-devel libXi-devel libXxf86vm-devel mesa-libGL-devel wayland-devel libxkbcommon-devel'
	go_package=golang shell_package=sqlite
	refresh() { :; }
	install() { as_root dnf install -y "$@"; }
	go_version() { dnf -q repoquery --latest-limit=1 --queryformat '%{version}\n' golang; }
}

use_pacman() {
	packages='gcc glibc pkgconf libx11 libxcursor libxrandr libxinerama libxi libxxf86vm libglvnd
		wayland libxkbcommon'
	go_package=go shell_package=sqlite
	# Refreshing an old list without upgrading everything breaks an Arch system.
	refresh() { [ -e /var/lib/pacman/sync/core.db ] || as_root pacman -Sy; }
	install() { as_root pacman -S --needed --noconfirm "$@"; }
	go_version() { pacman -Si go | sed -n 's/^Version *: \([0-9]*:\)*//p'; }
}

set_up_linux() {
	if have_compiler && have_headers && have_shell && have_go; then
		return
	elif have apt-get; then
		use_apt
	elif have dnf; then
		use_dnf
	elif have pacman; then
		use_pacman
	else
		stop "there is no apt, dnf or pacman here. Install yourself: Go $go_wanted, gcc, pkg-config," \
			"the headers that pkg-config calls $headers $shell_wanted"
	fi
	refresh
	# shellcheck disable=SC2086 # one package a word
	have_compiler && have_headers || install $packages
	have_shell || install "$shell_package"
	have_go || install_go
	have_compiler && have_headers || stop "the C compiler, pkg-config or one of these is still missing: $headers"
}

# install_go takes the distribution's Go if that can build the module or
# fetch the Go that can, which came with 1.21.
install_go() {
	version=$(go_version || true)
	case $version in
	1.2[1-9]* | 1.[3-9][0-9]*) install "$go_package" ;;
	*) say "the Go of this distribution is too old: ${version:-none}" ;;
	esac
	have_go || explain_go
}

explain_go() {
	if ! have go && [ -x /usr/local/go/bin/go ]; then
		stop "Go is in /usr/local/go but not in the PATH. Run this, then make again:" \
			"  export PATH=/usr/local/go/bin:\$PATH"
	fi
	! have go || say "$(cd / && go version) cannot build this: $(go list -m 2>&1 || true)"
	stop "Go $go_wanted or newer is needed. Download it from https://go.dev/dl/ and, on Linux, run this, then make again:" \
		"  sudo tar -C /usr/local -xzf go$go_wanted*.tar.gz && export PATH=/usr/local/go/bin:\$PATH"
}

case $(uname) in
Linux) set_up_linux ;;
Darwin)
	have_compiler || stop 'the C compiler is missing. Run this, then make again:' '  xcode-select --install'
	have_go || explain_go
	;;
*)
	have_compiler || stop 'the C compiler gcc is missing; on Windows it comes with MSYS2 (mingw-w64-x86_64-gcc)'
	have_go || explain_go
	;;
esac
