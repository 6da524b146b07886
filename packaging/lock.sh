#!/bin/sh
# Renews packaging/*.lock: the newest versions that the files *.in beside them allow, for every
# Python from 3.11 on, with hashes and without naming an index.
set -eu

test -x build/lock/bin/uv || {
    .venv/bin/python -m venv build/lock
    build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
}
cd packaging
for name in requirements package bench testing; do # the others keep to the versions of the first
    overrides=$(test -f $name.overrides && echo "--overrides $name.overrides" || true)
    ../build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-header $overrides $name.in --output-file $name.lock
done
