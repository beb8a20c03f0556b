# make run    sets up whatever is missing and starts both halves with sample people
# make soak   runs everything at the moments when clocks and calendars are at their worst
# make test   sets up whatever is missing and runs everything that CI runs
# make dist   an sdist and a wheel in dist/, which run with no Node
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/*.po))
WORKERS ?= auto
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test setup build dist system format lint types borders words unit journeys shots bench soak more lock clean

run: setup
	$(BIN)/youthvoice try $(TRY)

test: system setup lint types borders words unit journeys

setup: .venv/ready node_modules/ready build

.venv/ready: requirements.lock pyproject.toml
	@sh machine/needed.sh python "$(PYTHON)"
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet uv==0.13.9
	$(UV) pip install --quiet --require-hashes -r requirements.lock
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

node_modules/ready: package-lock.json package.json
	@sh machine/needed.sh node
	npm ci --silent
	touch $@

build: static/build/manifest.json $(CATALOGUES)

static/build/manifest.json: $(shell find static -path static/build -prune -o -type f -print) node_modules/ready
	@sh machine/needed.sh node
	node static/build.mjs

# What translators wrote, as the program reads it.
%.mo: %.po .venv/ready
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

dist: setup
	rm -rf dist
	$(UV) build --quiet --no-build-isolation --out-dir dist .

# The browsers of the journeys and Java for the check of pages, where the machine has none (Debian).
system:
	@sh machine/debian.sh

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	npm run --silent format

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	npm run --silent lint

types: setup
	$(BIN)/mypy
	npm run --silent types

borders: setup
	$(BIN)/lint-imports
	npm run --silent borders

# Every word that people read is in the catalogue for translators, and nothing stale is.
words: setup
	$(BIN)/pybabel --quiet extract -F pyproject.toml --keywords N_ --no-location --omit-header --sort-output -o translations/.check.pot .
	cmp translations/.check.pot translations/messages.pot || { echo "Run 'make catalogue' and commit translations/messages.pot."; exit 1; }
	rm translations/.check.pot

catalogue: setup
	$(BIN)/pybabel --quiet extract -F pyproject.toml --keywords N_ --no-location --omit-header --sort-output -o translations/messages.pot .

unit: setup
	$(BIN)/pytest -n $(WORKERS) --ignore=tests/journeys

# When clocks go wrong: a leap day; both nights on which England's clocks change, the second of them
# also where it is still yesterday in UTC; the end of a year; a year ahead, on a Saturday.
MOMENTS := 2028-02-29T12:00+00:00 2027-03-28T00:59:50+00:00 2027-10-31T00:59:50+00:00 \
	2027-10-31T00:30+01:00 2026-12-31T23:30+00:00 2027-11-20T12:00+00:00

# Everything at each of these moments; then what failed is told.
soak: system setup more
	TESTS_SOAK=1 $(BIN)/pytest -n $(WORKERS) tests/restoring/test_promise_16.py
	@failed=; for at in $(MOMENTS); do \
		echo "== $$at"; TESTS_AT=$$at $(MAKE) -k --no-print-directory unit journeys || failed="$$failed $$at"; \
	done; test -z "$$failed" || { echo "Not green at:$$failed"; exit 1; }

# More of what is drawn at random or tried in every order: hours.
more: setup
	YOUTHVOICE_PAIRS=20000 YOUTHVOICE_INTERLEAVINGS=4 $(BIN)/pytest -n $(WORKERS) tests/record/test_two_worlds.py tests/record_pages/test_interleavings.py

# All of them on phones with Chromium; what may go another way in another engine (marked `firefox`),
# on phones with Firefox as well; what must hold on every phone, on phones with WebKit too.
journeys: setup
	$(BIN)/pytest -n $(WORKERS) tests/journeys
	$(BIN)/pytest -n $(WORKERS) --engine firefox -m firefox tests/journeys
	$(BIN)/pytest -n $(WORKERS) --engine webkit tests/journeys/test_three_engines.py

shots: setup
	$(BIN)/python -m tests.journeys.shots

bench: setup
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.attacked

lock:
	$(UV) pip compile --quiet --generate-hashes --no-emit-index-url --universal --extra dev pyproject.toml -o requirements.lock
	npm install --package-lock-only --silent

clean:
	rm -rf .venv node_modules static/build data dist
