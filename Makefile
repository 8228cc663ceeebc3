# Both Ways. Two commands: "make serve" and "make test". "make help" lists the rest.
# Everything is installed into .venv from hashed locks; nothing outside this folder is touched
# (except that "make test", run as root on Debian, may install Chromium).

PYTHON  ?= python3
PORT    ?= 8000
VENV    := .venv
BIN     := $(VENV)/bin
SAY     := printf 'Both Ways: %s\n'

# Material 9 prints a page about the future of MkDocs at each build. We know: hooks/DECISIONS.md.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# One stamp per state of the locks: a changed lock has no stamp, so it is installed again.
RUNTIME := $(VENV)/.runtime-$(shell cat requirements.lock pyproject.toml 2>/dev/null | cksum | tr ' ' '-')
TEST    := $(VENV)/.test-$(shell cat requirements-test.lock pyproject.toml 2>/dev/null | cksum | tr ' ' '-')

.DEFAULT_GOAL := help
.PHONY: help setup serve test lint check site bench format schema lock clean
.DELETE_ON_ERROR:

help:            ## list these commands
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

setup: $(RUNTIME) ## make the environment in .venv (the others do it themselves)

serve: $(RUNTIME) ## show the site on http://127.0.0.1:8000, and again after each change
	@$(SAY) 'checking the content …'
	@$(BIN)/bothways check || $(SAY) 'going on; the site shows each problem at its place.'
	@$(SAY) 'building the site; it will be at http://127.0.0.1:$(PORT)/ (stop with Ctrl-C) …'
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || \
	  { $(SAY) 'port $(PORT) is taken. Another one: make serve PORT=8001'; exit 1; }
	@$(BIN)/watchmedo auto-restart -d hooks -p '**/*.py' -R --no-restart-on-command-exit --debounce-interval 0.3 -- \
	  $(BIN)/mkdocs serve -a 127.0.0.1:$(PORT)

test: $(TEST)    ## run everything: lint, types, and all tests, those in a browser too
	@$(SAY) 'lint and types …'
	@$(MAKE) --no-print-directory lint
	@$(SAY) 'what the machine has …'
	@$(BIN)/python tests/machine.py
	@$(SAY) 'tests …'
	@$(BIN)/pytest $(ARGS)

lint: $(TEST)    ## only lint, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache --config pyproject.toml >$(VENV)/.layers 2>&1 || { cat $(VENV)/.layers; exit 1; }

check: $(RUNTIME) ## check the content without building (make check ARGS="--format json")
	@$(BIN)/bothways check $(ARGS)

# MkDocs' hook builds beside the last good site, which stays as it is until the new one is complete. Never with -q: it
# hides the warnings that --strict counts.
site: $(RUNTIME) ## build the site strictly into site/
	@$(SAY) 'building the site …'
	@$(BIN)/mkdocs build --strict $(ARGS) || { $(SAY) 'not built; site/ is as it was.'; exit 1; }
	@$(SAY) 'the site is in site/.'

bench: $(TEST)   ## measure build time, checks, PDFs and page weight
	@$(BIN)/python tests/bench.py $(ARGS)

format: $(TEST)  ## put Python code into the house's form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

schema: $(RUNTIME) ## write the schemas by which editors explain the YAML files
	@$(BIN)/bothways schema .vscode/schemas

# Needs uv. No addresses and no path of this machine may reach these files.
LOCK := uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-annotate --python-version 3.11 --custom-compile-command 'make lock' --quiet
lock:            ## write the locks anew from pyproject.toml (ARGS=--upgrade for newer versions)
	@$(LOCK) --output-file requirements.lock $(ARGS)
	@$(LOCK) --output-file requirements-test.lock --extra test --constraints requirements.lock $(ARGS)

clean:           ## remove what was made: site/, .venv/, caches
	rm -rf site .site-new .site-old $(VENV) hooks/bothways.egg-info .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Hashes are checked for each file that pip fetches; --no-build-isolation lets the locked setuptools build this package.
define install
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { $(SAY) 'needs Python 3.11 or newer. Another one: make $@ PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { $(SAY) 'Python has no venv here. Mend it with: apt-get install -y python3-venv'; exit 1; }
	@$(SAY) 'making the environment in $(VENV) (the first time takes a minute or two) …'
	@$(PYTHON) -m venv $(VENV)
	@rm -f $(VENV)/.failed
	@{ $(BIN)/python -m pip install --no-input --progress-bar off --require-hashes -r $(1) 2>$(VENV)/.log || \
	  touch $(VENV)/.failed; } | \
	  while read -r verb what rest; do case "$$verb $$what" in \
	    "Installing collected") echo '  putting all of it in place …' ;; Collecting*) echo "  fetching $$what" ;; \
	  esac; done
	@test ! -e $(VENV)/.failed || { cat $(VENV)/.log; $(SAY) 'the environment could not be made: see above.'; exit 1; }
	@$(BIN)/python -m pip install --no-input --quiet --no-deps --no-build-isolation -e .
	@rm -f $(2); touch $@
	@$(SAY) 'the environment is ready.'
endef

$(RUNTIME):
	$(call install,requirements.lock,$(VENV)/.runtime-*)

$(TEST):
	$(call install,requirements-test.lock,$(VENV)/.test-* $(VENV)/.runtime-*)
	@touch $(RUNTIME)
