# Two commands do all the set-up: `make serve` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m
PORT ?= 8000
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.PHONY: serve env site test check checks lint unit browser golden eval eval-search compiled bench bench-compiled bench-search engines screenshots lighthouse lock clean

serve: env  ## build the bundled site and serve it, with reload, on 127.0.0.1:8000
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

env: $(VENV)/.run  ## the environment in .venv, from hash-locked requirements

site: env  ## the bundled site, checked, into site/
	$(BIN)/sharh site --out site

test: $(VENV)/.test chromium checks lint unit  ## everything that must pass

lint: $(VENV)/.test
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy

unit: $(VENV)/.test
	$(BIN)/sharh check --strict
	$(RUN) pytest

golden: $(VENV)/.test  ## rewrite the golden sites and facts; review the difference like code
	$(RUN) pytest tests/test_golden.py --rewrite

eval: $(VENV)/.test  ## how well articles are read: every set, and whether the floors hold
	$(BIN)/python tests/eval/run.py

bench: $(VENV)/.run  ## how fast articles are analysed, stage by stage, against page building
	$(RUN) tests.bench.bench

# The other stages wait for files and templates. It is a copy that is compiled, so that no compiled
# module hides one that was edited since.
COMPILED := generator/analyse generator/text.py generator/measures.py generator/languages/words.py \
  generator/model/values.py generator/model/analysis.py

compiled: $(VENV)/.test  ## the analysis compiled by mypyc: PYTHONPATH=.cache/compiled .venv/bin/sharh site
	rm -rf .cache/compiled
	mkdir -p .cache/compiled
	cp -R generator .cache/compiled/
	cd .cache/compiled && $(abspath $(BIN))/mypyc $$(find $(COMPILED) -name '*.py') >build.log

bench-compiled: compiled  ## the same for the compiled analysis
	PYTHONPATH=.cache/compiled:. $(BIN)/python tests/bench/bench.py

engines: $(VENV)/.run  ## the same pages through MkDocs, ProperDocs and Zensical, compared
	$(PYTHON) -m venv .cache/engines
	.cache/engines/bin/pip install --quiet --require-hashes -r requirements/engines.txt
	$(BIN)/python tests/engines/compare.py --engines .cache/engines/bin

eval-search: $(VENV)/.test chromium  ## the search on our queries, and on the evaluation set beside other engines
	$(BIN)/sharh build --docs .cache/search-docs
	$(BIN)/python tests/search/own.py --docs .cache/search-docs
	$(BIN)/python tests/search/evaluate.py $(if $(SET),--set $(SET))

bench-search: $(VENV)/.test chromium  ## the search at ten thousand articles; PAGEFIND= names Pagefind to measure beside it
	$(BIN)/python tests/bench/run.py $(if $(PAGEFIND),--pagefind "$(PAGEFIND)")

screenshots: $(VENV)/.test chromium site  ## every page kind into screenshots/
	$(BIN)/python tests/browser/screenshots.py --site site --out screenshots

lighthouse: $(VENV)/.test chromium checks  ## Lighthouse's scores, times and bytes of six pages, medians of five
	$(RUN) tests.browser.lighthouse

lock: $(VENV)/.test  ## renew the locked requirements
	for extra in run test engines; do \
	  option=$$( [ $$extra = run ] && echo --extra=build || echo --extra=build\ --extra=$$extra ); \
	  $(RUN) piptools compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	    $$option --output-file requirements/$$extra.txt pyproject.toml || exit 1; done

clean:
	rm -rf $(VENV) .cache site screenshots

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

# The pages are also checked by programs for node; without it those tests say that they were skipped.
checks:  ## axe-core, html-validate, the Nu checker, stylelint and Lighthouse, into .cache/checks
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory .cache/checks/.done; \
	  else echo 'no npm here: the pages are not checked by axe-core, html-validate, the Nu checker, stylelint and Lighthouse' >&2; fi

.cache/checks/.done: tests/browser/package-lock.json tests/browser/package.json
	mkdir -p .cache/checks
	cp $^ .cache/checks/
	npm ci --prefix .cache/checks --ignore-scripts --no-audit --no-fund --silent
	touch $@

# The browser tests use the system's Chromium; where Debian's may be installed, it is.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || command -v google-chrome >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
	       && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	  || { echo 'make test needs a Chromium: install the package "chromium" of your system.' >&2; exit 1; }
