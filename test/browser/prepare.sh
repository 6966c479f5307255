#!/usr/bin/env bash
# Installs the browser of the browser tests on Debian, as root, unless one is there. Elsewhere: set CHROMIUM to the path of one.
set -euo pipefail
[ -n "${CHROMIUM:-}" ] && exit 0
for path in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do [ -x "$path" ] && exit 0; done
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo 'prepare: installing Chromium takes root on a Debian machine. Install it, or set CHROMIUM to the path of one.' >&2
  exit 1
fi
apt-get update >&2
DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium >&2
