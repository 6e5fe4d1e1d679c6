# Two commands are all a newcomer needs: `make run` and `make test`. Python, make and git are assumed; the rest is named when it is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
CHECKED := ingest graph api tests bench

.PHONY: run test test-fast lint types neo4j bench lock clean

run: $(VENV)/.runtime          ## set up, build from the documents or the snapshot, serve on 127.0.0.1:8000
	$(BIN)/comity build
	@echo "Comity answers on http://127.0.0.1:$(PORT)/"
	$(BIN)/comity serve --port $(PORT)

test: $(VENV)/.dev             ## set up and run everything
	.ci/suites

test-fast: $(VENV)/.dev lint   ## the inner loop: no documents, no server, no browser
	$(BIN)/python -P -m pytest -q -x -m "not real and not server and not browser and not slow"

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

neo4j: $(VENV)/.runtime        ## a local Neo4j server with the current release in it
	$(BIN)/comity neo4j start
	$(BIN)/comity load --to "$$($(BIN)/comity neo4j uri)"
	@$(BIN)/comity neo4j uri

bench: $(VENV)/.dev            ## print what is measured: times, and how well words are read
	$(BIN)/python -P -m bench.first_light
	$(BIN)/python -P -m bench.words

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { echo "Comity needs Python 3.11 to 3.13, $(PYTHON) is another: name one, as in make PYTHON=python3.12 run (Debian: apt-get install python3)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing (Debian: apt-get install python3-venv)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

lock:                          ## write both lock files anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra build --extra dev --extra rust -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist
