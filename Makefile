# Every verb of the project; `make help` lists them. The work itself is in scripts/.
.DEFAULT_GOAL := help
PY := .venv/bin/python
BIN := .venv/bin
TEMPLATES = $(shell find site -name '*.html' -not -path '*/__pycache__/*')
STYLESHEETS = 'static/css/**/*.css' 'examples/astro/src/**/*.css'
UV_LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' pyproject.toml $(ARGS)

.PHONY: help run admin develop test verify bench check validate lighthouse screenshots format messages lock clean

help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: ## serve the whole site at http://127.0.0.1:8000 (PORT= and DATABASE_URL= change where)
	@sh scripts/setup.sh base
	@exec $(PY) scripts/serve.py

admin: ## give the account `admin` a new password and print it once
	@sh scripts/setup.sh base
	@exec $(PY) scripts/admin_account.py

develop: ## serve with automatic reload and error pages, for who works on the code
	@sh scripts/setup.sh dev
	@export DJANGO_SETTINGS_MODULE=config.settings.dev SITE_URL="$${SITE_URL:-http://127.0.0.1:$${PORT:-8000}}"; \
	$(PY) scripts/prepare_site.py && exec $(PY) manage.py runserver $${PORT:-8000}

test: ## run every test on SQLite and PostgreSQL (ARGS="-k name" picks some)
	@sh scripts/setup.sh dev
	@exec $(PY) scripts/run_tests.py

verify: ## thousands of random sequences of edits on both databases (EXAMPLES=2000), readers during 500 changes, hundreds of requests to the API, the looks on SQLite too, the benchmark
	@sh scripts/setup.sh dev
	@$(PY) -m pytest -q -n auto -m looks
	@PROPERTY_EXAMPLES=$${EXAMPLES:-2000} ARGS=tests/translations/test_property.py $(PY) scripts/run_tests.py
	@CHANGES=250 ARGS=tests/publishing/response_cache/test_races.py $(PY) scripts/run_tests.py
	@SCHEMATHESIS_EXAMPLES=100 ARGS="-m '' tests/api/test_schemathesis.py" $(PY) scripts/run_tests.py
	@exec $(PY) scripts/benchmark.py

bench: ## this site beside nginx and plain Wagtail, what it takes, and how it grows (ROUNDS=, SECONDS= and POSTS= change how much)
	@sh scripts/setup.sh dev
	@exec $(PY) scripts/benchmark.py

check: ## lint, formats, types, import layers, drift of migrations and catalogues
	@sh scripts/setup.sh dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	$(BIN)/djhtml --check $(TEMPLATES)
	$(BIN)/djlint --lint --quiet $(TEMPLATES)
	$(PY) scripts/node_tools.py stylelint $(STYLESHEETS)
	MYPYPATH=scripts $(BIN)/mypy site scripts
	PYTHONPATH=site $(BIN)/lint-imports
	DJANGO_SETTINGS_MODULE=config.settings.test $(PY) manage.py makemigrations --check --dry-run
	$(PY) scripts/messages.py --check

validate: ## every page of the starter site through the Nu HTML checker (needs Java)
	@sh scripts/setup.sh dev
	@exec $(PY) scripts/validate.py

lighthouse: ## Lighthouse on the main pages in both languages (PAGES=home,post picks some)
	@sh scripts/setup.sh dev
	@exec $(PY) scripts/lighthouse.py

screenshots: ## every type of page into var/screenshots (PAGES=home,treatment picks some)
	@sh scripts/setup.sh dev
	@exec $(PY) scripts/screenshots.py

format: ## lay out Python, templates and stylesheets the way `make check` wants them
	@sh scripts/setup.sh dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	-$(BIN)/djade --target-version 5.2 $(TEMPLATES)
	-$(BIN)/djhtml $(TEMPLATES)
	-$(PY) scripts/node_tools.py stylelint --fix $(STYLESHEETS)

messages: ## gather new texts into the catalogues (needs GNU gettext)
	@sh scripts/setup.sh dev
	@$(PY) scripts/messages.py

lock: ## pin every package of pyproject.toml and both package.json again, with hashes (ARGS=--upgrade for newer ones)
	@sh scripts/setup.sh dev
	$(UV_LOCK) -o requirements/base.txt
	$(UV_LOCK) --group dev -c requirements/base.txt -o requirements/dev.txt
	$(BIN)/npm install --package-lock-only
	cd examples/astro && PATH="$(CURDIR)/$(BIN):$$PATH" npm install --package-lock-only

clean: ## remove the installed packages and what tools left behind; your site in var/ stays
	rm -rf .venv node_modules $(addprefix examples/astro/,node_modules dist .astro) .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find locale -name '*.mo' -delete
