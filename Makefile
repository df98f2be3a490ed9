# Each command sets up what it needs: `make demo` on a fresh machine is all it takes.
# Another Python beside the first:  make PYTHON=python3.12 VENV=.venv312 test

PYTHON ?= python3
VENV ?= .venv
ARGS ?=
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo screenshots run test test-all fire mutants check lint types fix hooks lock

help:  ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: $(VENV)/run.stamp  ## try it out: a simulated workspace in your browser
	$(BIN)/python app.py demo $(ARGS)

screenshots: $(VENV)/dev.stamp  ## take the pictures of the README anew, with headless Chromium
	$(BIN)/python -m tests.browser.screenshots

run: $(VENV)/run.stamp  ## run against Slack, with the settings in .env
	$(BIN)/python app.py run $(ARGS)

test: $(VENV)/dev.stamp  ## run the tests on SQLite, and on PostgreSQL what differs there (ARGS="-k words" for some)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --stores differing $(ARGS)

test-all: $(VENV)/dev.stamp  ## run every test on both
	$(BIN)/python -m pytest -n auto --maxprocesses 4 $(ARGS)

fire: $(VENV)/dev.stamp  ## nothing lost, nothing twice: 800 messages, 30 kills, both stores (ARGS="--seed 7")
	$(BIN)/python -m tests.fire $(ARGS)

mutants: $(VENV)/dev.stamp  ## take out what must hold, one thing at a time, and see that the tests notice
	$(BIN)/python -m tests.mutants $(ARGS)

check: lint types  ## lint and types

lint: $(VENV)/dev.stamp  ## rules, format and directions of import; and the longest files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python -m tests.house.sizes

types: $(VENV)/dev.stamp  ## check the types, strictly
	$(BIN)/mypy

fix: $(VENV)/dev.stamp  ## format, and repair what the linter can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

hooks: $(VENV)/dev.stamp  ## check before every commit
	$(BIN)/pre-commit install

lock: $(VENV)-lock/bin/uv  ## resolve the dependencies anew (ARGS=--upgrade for newer ones)
	$< pip compile $(LOCK) $(ARGS) --quiet pyproject.toml -o requirements.lock
	$< pip compile $(LOCK) $(ARGS) --quiet pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

$(VENV)/run.stamp: requirements.lock | $(BIN)/python
	$(INSTALL) -r requirements.lock
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock | $(BIN)/python
	$(INSTALL) -r requirements-dev.lock
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; (3, 11) <= sys.version_info < (3, 14) or sys.exit( \
	"Afspraak needs Python 3.11 to 3.13. Name one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)-lock/bin/uv:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'
