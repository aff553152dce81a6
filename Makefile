# Everything here needs only Python 3.11+, make and a package index. `make` alone says what there is.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared/bench
STAMP  := $(VENV)/.locked
LOCK   := pyproject.toml --quiet --universal --generate-hashes --no-annotate --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help install demo test lint types imports tests bench train docs screenshots lock clean

help:  ## what can be made
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("policy-archive needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 demo") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q crawler archive   # as pip does for what it does not install for editing
	@touch $@

install: $(STAMP)  ## a virtual environment in .venv, every dependency at its locked version

demo: $(STAMP)  ## crawl the small site that ships with the package, and search it
	$(BIN)/policy-archive demo

test: lint types imports tests  ## all that CI runs: lint, types, import contracts, tests

lint: $(STAMP)
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

imports: $(STAMP)
	$(BIN)/lint-imports

tests: $(STAMP)
	$(BIN)/python -m pytest -n 3 --dist worksteal   # crawls wait more than they work

bench: $(STAMP)  ## quality and speed; DATA=FOLDER of labelled pages (without it, what needs them says so)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python -m tests.benchmarks --data $(DATA)

train: $(STAMP)  ## learn the reader's models anew from DATA=FOLDER, seeded
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group train
	$(BIN)/python -m tests.benchmarks.train_title --data $(DATA)
	$(BIN)/python -m tests.benchmarks.train_saved_title --data $(DATA)
	$(BIN)/python -m tests.benchmarks.train_dates --data $(DATA) --write
	$(BIN)/python -m tests.benchmarks.train_body --data $(DATA)
	$(BIN)/python -m tests.benchmarks.train_judgement --data $(DATA) --write

docs: $(STAMP)  ## write the generated parts of the documentation anew
	$(BIN)/python -m tests.write_docs
	$(BIN)/python -m archive.browse > datasette-metadata.yml

screenshots: $(STAMP)  ## photograph every page of the reader into tests/screenshots
	$(BIN)/python -m tests.browser.screenshots tests/screenshots
	$(BIN)/python -m tests.browser.screenshots --readme archive/browse/pictures

lock: $(STAMP)  ## write the lock files anew from pyproject.toml: what users run, and that with the tools of make test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile $(LOCK) --extra javascript --output-file requirements.lock
	$(BIN)/uv pip compile $(LOCK) --extra javascript --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .cache build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
