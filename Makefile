# `make run` and `make test` need only Python 3.11 or newer; they set up all the rest in .venv.
PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help run test check lint contracts readers accessibility format report pictures bench clean

help:  ## Show the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

run: $(READY)  ## Run the handbook: make run, or make run ARGS="search zoloft"
	@$(BIN)/handbook $(ARGS)

test: $(READY)  ## Run all tests
	@$(BIN)/python -m pytest -n 2

lint: $(READY)  ## Lint and type-check
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/codespell handbook entries docs README.md CHANGELOG.md CONTRIBUTING.md

contracts: $(READY)  ## Check the layers
	@$(BIN)/lint-imports --no-cache

readers: $(READY)  ## Get the screen readers that the tests listen with
	@PYTHON=$(BIN)/python tests/accessibility/install

accessibility: readers  ## Listen with every screen reader that this machine allows
	@HANDBOOK_ALL_READERS=1 $(BIN)/python -m pytest -rs tests/accessibility

check: lint contracts test  ## All that CI runs

bench: $(READY)  ## Measure the budgets (takes some minutes; wants a quiet machine)
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.search

report: $(READY)  ## Write docs/content-report.md; your own entries are left aside
	@XDG_DATA_HOME=$(CURDIR)/build $(BIN)/handbook check --report entries > docs/content-report.md

pictures: $(READY)  ## Draw docs/pictures from the real program, with their text twins
	@$(BIN)/python draw_pictures.py

clean:  ## Remove the virtual environment and what was built
	rm -rf $(VENV) build dist
