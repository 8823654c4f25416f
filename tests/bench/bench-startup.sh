#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs bench-startup on a display and a session bus of its own: bench-startup.sh BENCH EMPTY PROGRAM [FILE]
set -euo pipefail
command -v Xvfb > /dev/null && command -v dbus-run-session > /dev/null || exit 77

display=:$((90 + RANDOM % 800))
Xvfb "$display" -screen 0 1366x768x24 -nolisten tcp 2> /dev/null &
server=$!
trap 'kill "$server"' EXIT
for _ in $(seq 100); do
  [[ -e /tmp/.X11-unix/X${display#:} ]] && break
  sleep 0.05
done
export DISPLAY=$display GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GTK_A11Y=none GTK_USE_PORTAL=0
dbus-run-session -- "$@"
