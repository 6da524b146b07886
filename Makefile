# Every target does its own set-up, from a fresh Debian with Python 3.11 and make alone.
#   make setup PYTHON=/usr/bin/python3.12   chooses the interpreter; else the first here that is new enough.

PYTHON ?= $(or $(shell for python in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done),python3)
SHOW ?= slides/yubei
BIN := .venv/bin
FONTS := resources/fonts/fonts.conf
SCHEMAS := resources/schema/theme.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test bench pictures language guide lock clean

help: ## lists the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.kiosk $(FONTS) $(SCHEMAS) ## installs everything; leaves .venv/bin/kiosk
	@$(BIN)/python -m compileall -q kiosk  # else each start compiles, where Python may not write

# Stamps tell what has been done, and lie inside .venv, so that removing it starts again.
.venv/.system: packaging/system.py
	$(PYTHON) packaging/system.py
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	touch $@

.venv/.locked: packaging/requirements.lock .venv/.system
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	touch $@

# The build backend comes from the lock, so nothing unhashed is fetched.
.venv/.kiosk: pyproject.toml .venv/.locked
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	touch $@

# Made fonts stay good when .venv is made anew. The sources may have gone since, so they are asked for.
$(FONTS): packaging/fonts.py | .venv/.locked
	$(PYTHON) packaging/system.py
	$(BIN)/python packaging/fonts.py resources/fonts

# What editors read, of the program as it is: a kind that came or went changes its folder. The last of
# the files stands for all.
$(SCHEMAS): $(shell find kiosk resources/themes -name __pycache__ -prune -o -print) | .venv/.kiosk
	$(BIN)/kiosk schema --lang en $(@D)

run: setup ## plays SHOW (slides/yubei) full screen, or one loop on a virtual screen where there is none
	sh packaging/run.sh $(SHOW)

# Without a broker one test is left out, and says so. The lock is whole, so nothing is resolved anew:
# one of its libraries asks for another OpenCV.
.venv/.testing: packaging/testing.lock packaging/system.py .venv/.kiosk
	-$(PYTHON) packaging/system.py --test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps -r $<
	touch $@

test: setup .venv/.testing ## checks style, types and imports, then runs all tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python packaging/virtual_screen.py $(BIN)/python -m pytest

.venv/.packaging: packaging/package.lock packaging/system.py .venv/.kiosk
	$(PYTHON) packaging/system.py --package
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	touch $@

.PHONY: package
package: setup .venv/.packaging ## makes build/package/kiosk, which plays without Python, and tries it
	$(BIN)/python -m PyInstaller --noconfirm --log-level ERROR \
		--distpath build/package --workpath build/freezing packaging/kiosk.spec
	$(BIN)/python packaging/virtual_screen.py $(BIN)/python -m pytest -s tests/package
	@du -sh build/package/kiosk

.venv/.measuring: packaging/bench.lock packaging/system.py .venv/.kiosk
	$(PYTHON) packaging/system.py --bench
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	touch $@

bench: setup .venv/.measuring ## measures, and fails where a number of tests/bench/README.md is not held
	$(BIN)/python -m tests.bench.peers.compare $(LONG)
	$(BIN)/python -m tests.bench.charts.compare
	$(BIN)/python packaging/virtual_screen.py --size 1920x1080 $(BIN)/python -m pytest -s tests/bench

.PHONY: compare
compare: setup .venv/.measuring ## Chromium and kiosk on the same slides, 9 minutes; LONG=--long takes 27
	$(BIN)/python -m tests.bench.peers.compare $(LONG)

pictures: setup ## makes the pictures of the README and of the gallery's pages; KIND=bar those of one page
	$(BIN)/python packaging/pictures.py $(KIND)

language: setup ## makes docs/language.md and the gallery's pages; KIND=bar one page of the gallery
	$(if $(KIND),,$(BIN)/python packaging/language_page.py)
	$(BIN)/python packaging/gallery_pages.py $(KIND)

guide: setup ## makes what the program says and shows in docs/guide.md and docs/guide.zh.md
	$(BIN)/python packaging/guide.py

lock: .venv/.locked ## renews packaging/*.lock from packaging/*.in
	sh packaging/lock.sh

clean: ## removes everything that was made
	rm -rf .venv build resources/fonts resources/schema .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
