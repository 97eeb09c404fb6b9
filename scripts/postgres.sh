# SPDX-License-Identifier: GPL-3.0-or-later
# Private PostgreSQL servers in folders of their own, for the scripts that start them. Sourced, not run.
# shellcheck shell=bash

# Where initdb and pg_ctl lie; Debian keeps them off the search path.
postgres_programs=$(pg_config --bindir 2>/dev/null || true)
if [ ! -x "$postgres_programs/initdb" ]; then
  postgres_programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
fi

# PostgreSQL refuses to run as root.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# A port on 127.0.0.1 that nobody listens on at this moment.
free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# postgres_folder DIR: makes it, for the server's own user.
postgres_folder() {
  mkdir -p "$1"
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$1"; fi
}

# quietly LOG COMMAND…: runs it; what it said is shown only when it fails.
quietly() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
  rm -f -- "$log"
}

# postgres_make DATA: an empty cluster. People come in by SCRAM, the administrator without a password.
postgres_make() {
  quietly "$1.log" as_server "$postgres_programs/initdb" -D "$1" -A trust -U postgres -E UTF8 \
    --locale=C.UTF-8 || return 1
  cat >"$1/pg_hba.conf" <<'HBA'
local all postgres trust
host all postgres 127.0.0.1/32 trust
host replication postgres 127.0.0.1/32 trust
host all all 127.0.0.1/32 scram-sha-256
HBA
}

# postgres_certificates DIR: an authority root.crt, what it signed for localhost (server.crt, and
# expired.crt with the same key), and another authority other.crt. They end with DIR.
postgres_certificates() {
  as_server mkdir -p "$1"
  local key=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes)
  local authority
  for authority in root other; do
    quietly "$1.log" as_server openssl req -x509 "${key[@]}" -days 2 -subj "/CN=$authority" \
      -keyout "$1/$authority.key" -out "$1/$authority.crt" || return 1
  done
  quietly "$1.log" as_server openssl req "${key[@]}" -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout "$1/server.key" -out "$1/server.csr" || return 1
  local certificate days
  for certificate in server:2 expired:-1; do
    days=${certificate#*:}
    quietly "$1.log" as_server openssl x509 -req -in "$1/server.csr" -CA "$1/root.crt" -CAkey "$1/root.key" \
      -set_serial "$((days + 10))" -days "$days" -copy_extensions copy -out "$1/${certificate%:*}.crt" || return 1
  done
}

# postgres_start DATA PORT SOCKETS [-c NAME=VALUE…]: starts it and waits until it answers.
postgres_start() {
  local data=$1 port=$2 sockets=$3
  shift 3
  quietly "$data.start.log" as_server "$postgres_programs/pg_ctl" -D "$data" -w -l "$data.server.log" \
    -o "-p $port -k $sockets -c listen_addresses=127.0.0.1 -c max_connections=200 $*" start ||
    { tail -n 20 "$data.server.log" >&2; return 1; }
}

# postgres_stop DATA MODE: also when it does not run.
postgres_stop() {
  as_server "$postgres_programs/pg_ctl" -D "$1" -m "$2" stop >/dev/null 2>&1 || true
}

postgres_runs() { as_server "$postgres_programs/pg_ctl" -D "$1" status >/dev/null 2>&1; }
