#!/bin/sh
# Plays the show $1 full screen; without a display, one loop on a virtual screen and a contact sheet.
set -eu

show=$1
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/kiosk play "$show"
fi

mkdir -p build
echo "There is no display: one loop of $show on a virtual screen, at four times its speed."
.venv/bin/python packaging/virtual_screen.py --size 1920x1080 \
    .venv/bin/kiosk play "$show" --loops 1 --speed 4 --report build/report.json
echo "Played. Now all its slides on one contact sheet."
.venv/bin/kiosk export "$show" build/contact-sheet.png
echo "report:        $PWD/build/report.json"
echo "contact sheet: $PWD/build/contact-sheet.png"
