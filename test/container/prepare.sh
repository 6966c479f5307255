#!/usr/bin/env bash
# Lets a bare Debian 12 machine, as root and with no image registry, run the container tests: installs podman, makes a
# base image from Debian's packages and npm's Node, builds our image on it, and serves the API that testcontainers talks to.
# A second run takes what the first one left. With a Docker engine only the image is built, on the real base image.
#
#   test/container/prepare.sh > container.env && set -a && . ./container.env && set +a && npm test
#
# Prints on standard output what the tests need in their environment; everything else goes to standard error.
set -euo pipefail
cd "$(dirname "$0")/../.."

image=localhost/mock-yoti:test
work=${CONTAINER_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/mock-yoti-container}
socket=$work/podman.sock
base=${NODE_IMAGE:-$(sed -n 's/^ARG NODE_IMAGE=//p' Dockerfile)}
say() { echo "prepare: $*" >&2; }

if docker info >/dev/null 2>&1; then
  say 'a Docker engine answers: building the image with it'
  docker build --build-arg "NODE_IMAGE=$base" --tag "$image" . >&2
  echo "TEST_IMAGE=$image"
  exit 0
fi

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  say 'no Docker engine answers, and making one of podman takes root on a Debian machine. Start Docker, or run this there.'
  exit 1
fi
mkdir -p "$work"

install_packages() {
  local package missing=()
  for package in podman runc buildah iptables netavark aardvark-dns debootstrap ca-certificates; do
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "installing ${missing[*]}"
  apt-get update >&2
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}" >&2
}

# The machine's own hard limit, and never more than a container may ask for.
limit() {
  local hard
  hard=$(ulimit -H "$1")
  if [ "$hard" = unlimited ] || [ "$hard" -gt "$2" ]; then echo "$2"; else echo "$hard"; fi
}

# Settings of our own, so that the machine's stay as they are. crun refuses mixed cgroup versions; runc does not.
configure() {
  local nproc nofile
  nproc=$(limit -u 32768)
  nofile=$(limit -n 20000)
  cat >"$work/containers.conf" <<CONF
[containers]
default_ulimits = ["nproc=$nproc:$nproc", "nofile=$nofile:$nofile"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[network]
network_backend = "netavark"
CONF
  export CONTAINERS_CONF=$work/containers.conf
}

# Debian's smallest root with Node and npm: what stands in for the official image of the same name.
make_base() {
  podman image exists "$base" && return
  local root=$work/root mirror major
  major=$(sed -nE 's/.*node:([0-9]+).*/\1/p' <<<"$base")
  [ -n "$major" ] || { say "$base does not say which Node it has: expected a name such as node:26-bookworm-slim"; exit 1; }
  mirror=$(sed -nE 's/^URIs: *//p; s/^deb (\[[^]]*\] )?(\S+) .*/\2/p' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1 || true)
  say "making $base from Debian packages and npm's Node"
  rm -rf "$root" && mkdir -p "$root"
  debootstrap --variant=minbase --include=ca-certificates,libstdc++6,libatomic1 bookworm "$root" ${mirror:+"$mirror"} >&2
  npm install --silent --no-save --no-package-lock --prefix "$work/node" "node-linux-$(node -p process.arch)@$major" npm@11 >&2
  cp "$work/node/node_modules/node-linux-$(node -p process.arch)/bin/node" "$root/usr/local/bin/node"
  mkdir -p "$root/usr/local/lib/node_modules" "$root/usr/local/etc"
  cp -R "$work/node/node_modules/npm" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"
  # The build reaches npm's registry the way this machine does.
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
  echo 'cafile=/etc/ssl/certs/ca-certificates.crt' >"$root/usr/local/etc/npmrc"
  rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/usr/share/doc/* "$root"/usr/share/man/*
  tar -C "$root" -cf - . | podman import --change 'CMD ["node"]' - "$base" >&2
  rm -rf "$root" "$work/node"
}

# A run that was killed leaves its containers, and their ports stay forwarded: whoever listens on one later is never reached.
remove_leftovers() {
  local leftovers
  leftovers=$(podman ps --all --format '{{.ID}} {{.Image}}' | awk -v image="$image" '$2 == image { print $1 }')
  [ -z "$leftovers" ] && return
  say 'removing containers that an earlier run left behind'
  # shellcheck disable=SC2086 # One argument for each container.
  podman rm --force $leftovers >&2
}

# In the docker format: podman's own has no place for a HEALTHCHECK.
build_image() {
  say "building $image"
  podman build --format docker --network host --pull=never --build-arg "NODE_IMAGE=$base" --build-arg "REVISION=$(git rev-parse HEAD 2>/dev/null || echo unknown)" --tag "$image" . >&2
}

# Ends by itself once nobody has asked it anything for half an hour.
serve_api() {
  if [ -S "$socket" ] && podman --url "unix://$socket" version >/dev/null 2>&1; then return; fi
  rm -f "$socket"
  podman system service --time 1800 "unix://$socket" >"$work/service.log" 2>&1 </dev/null &
  echo $! >"$work/service.pid"
  for _ in $(seq 1 100); do
    [ -S "$socket" ] && podman --url "unix://$socket" version >/dev/null 2>&1 && return
    sleep 0.1
  done
  say "podman's API did not answer:"
  cat "$work/service.log" >&2
  exit 1
}

install_packages
configure
make_base
remove_leftovers
build_image
serve_api
cat <<ENV
TEST_IMAGE=$image
DOCKER_HOST=unix://$socket
TESTCONTAINERS_RYUK_DISABLED=true
CONTAINERS_CONF=$CONTAINERS_CONF
CONTAINER_TEST_SERVICE_PID=$(cat "$work/service.pid")
ENV
