# fuhua: `make run` serves the house with demo data, `make test` passes every check.
#
# One profile for everything, the dev profile with its dependencies at opt-level 1 (Cargo.toml):
# from nothing on two cores it takes about 21 minutes, nearly all of it SurrealDB, and afterwards
# seconds. A release build takes 40 minutes of processor time and 4 GB for no more than a faster
# first page; opt-level 0 builds in 6 minutes and then makes every test ten times slower.
# `make run PROFILE=release` is there for a machine that stays.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PROFILE ?= dev
LISTEN ?= 127.0.0.1:8080
DATA ?= data/demo

target := $(or $(CARGO_TARGET_DIR),target)
folder := $(if $(filter dev,$(PROFILE)),debug,$(PROFILE))
fuhua := $(target)/$(folder)/fuhua
# The web comes with its own package; without it the service and its API are whole.
has_web := $(wildcard web/package.json)
# One more than there are processors: stories wait for a disk, a program or each other.
threads := $(shell echo $$(($$(nproc) + 1)))
# The longest stories, which the fast loop leaves to `make test`.
long := every_operation_answers_each_role a_file_larger_than_one_transaction \
  a_large_file_that_cannot_be_finished the_demo_is_a_sound_house t29_a_house_in_memory t19_one_winner_by_guards_alone \
  t19_one_winner_on_disk t20_winners_are_disjoint_on_disk no_read_scans_a_table what_is_handed_in_has_what_it_needs \
  the_demo_can_be_made_on_any_day the_examples_fit_the_document places_are_given_once_each \
  without_the_guard_places what_is_handed_in_is_counted an_objection_that_was_received nothing_of_another_base \
  a_thing_of_others_is_answered the_crawl_would_find_a_leak process::crash guards:: on_disk residencies::races
say = @printf '\n== %s\n'

.PHONY: help run build demo web modules test check fmt clippy rust web-test browser clocked chromium test-cluster bench golden tools clean-demo

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: tools web build demo ## Serve the house with demo data on http://127.0.0.1:8080
	$(say) "serving $(DATA) on http://$(LISTEN); stop with Ctrl-C"
	@cat "$(DATA)/accounts.txt"
	@exec "$(fuhua)" serve --data "$(DATA)" --listen "$(LISTEN)" --public-url "http://$(LISTEN)"

build: tools web ## Build the service, with the web page in it
	$(say) "building the service, profile $(PROFILE) (the first time compiles SurrealDB: about 21 minutes on two cores)"
	@cargo build --locked --profile $(PROFILE)

# The service with a clock of its own, for journeys that last longer than a day.
clocked: build
	@cargo build --locked --profile $(PROFILE) --example clocked

demo: build ## Fill DATA with demo data, unless it is filled
	@if [ ! -s "$(DATA)/accounts.txt" ]; then \
	  printf '\n== filling %s with demo data\n' "$(DATA)"; \
	  rm -rf "$(DATA)"; mkdir -p "$(DATA)"; \
	  "$(fuhua)" demo --data "$(DATA)" --public-url "http://$(LISTEN)" >"$(DATA)/accounts.part"; \
	  mv "$(DATA)/accounts.part" "$(DATA)/accounts.txt"; \
	fi

clean-demo: ## Throw the demo data away; the next `make run` fills it anew
	@rm -rf "$(DATA)"

ifneq ($(has_web),)
modules: web/node_modules/.package-lock.json

web/node_modules/.package-lock.json: web/package-lock.json
	$(say) "installing the web's packages"
	@cd web && npm ci --no-audit --no-fund
	@touch $@

# Built anew only when something under web/ is newer than the page, or it is the placeholder.
web: tools modules ## Build the web page
	@if [ ! -s web/dist/index.html ] || grep -q 'has not been built' web/dist/index.html \
	  || [ -n "$$(find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -newer web/dist/index.html -print -quit)" ]; then \
	  printf '\n== building the web page\n'; cd web && npm run build; \
	fi

else
modules web:
endif

test: tools fmt web clippy rust web-test browser ## Every check
	$(say) "every check has passed"

check: ## The fast loop: format, the pure crates' tests, the service's tests
	$(say) "format"
	@cargo fmt --all --check
	$(say) "the rules, sheets and scheduler"
	@cargo test --locked --quiet -p domain -p sheets -p scheduler
	$(say) "the service (one story: cargo test --test it NAME); the longest are for make test"
	@cargo test --locked --quiet --lib --test it -- --test-threads $(threads) $(addprefix --skip ,$(long))

fmt:
	$(say) "format"
	@cargo fmt --all --check

clippy:
	$(say) "clippy, warnings denied"
	@cargo clippy --locked --workspace --all-targets -- -D warnings

rust: build
	$(say) "unit, property, story, race and guard tests"
	@RUST_TEST_THREADS=$(threads) cargo test --locked --workspace

ifneq ($(has_web),)
web-test: modules
	$(say) "the web: types, lint, unit tests"
	@cd web && npm run check && npm run --if-present lint && npm test
	$(say) "the web: size of what is sent"
	@cd web && npm run --if-present budget

browser: clocked web chromium
	$(say) "journeys in a real browser"
	@cd web && FUHUA_BIN="$(abspath $(fuhua))" npm run --if-present e2e

# Debian's own packages; the CJK fonts are for the pictures.
chromium:
	@if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  printf '\n== installing chromium\n'; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; \
	else \
	  echo "the browser tests need chromium: sudo apt-get install chromium fonts-noto-cjk" >&2; exit 1; \
	fi
else
web-test browser chromium:
endif

# Outside of `make test`: the server compiles SurrealDB a second time, some ten minutes.
test-cluster: build ## Two instances over one database server (compiles the server first)
	$(say) "building a database server (the first time some ten minutes)"
	@cargo build --locked --manifest-path tests/server/Cargo.toml --target-dir "$(target)/server"
	$(say) "several instances over one database"
	@FUHUA_DATABASE_SERVER="$(abspath $(target)/server/debug/database-server)" \
	  cargo test --locked --test it process::cluster -- --ignored

bench: build ## Drive the service with a load and print the figures (tests/bench)
	$(say) "load and micro benchmarks, profile $(PROFILE)"
	@cargo bench --locked --profile $(PROFILE) --bench load -- --bin "$(abspath $(fuhua))" $(BENCH)

golden: ## Write the golden files anew; read the difference before you commit it
	@UPDATE_GOLDEN=1 cargo test --locked --test it examples::
	@UPDATE_GOLDEN=1 cargo test --locked --test it golden
	@UPDATE_GOLDEN=1 cargo test --locked --test it access::
	@git --no-pager diff --stat -- tests/golden web/openapi.json src/http/examples.json

tools:
	@for tool in cargo cc $(if $(has_web),node npm); do \
	  if command -v $$tool >/dev/null; then continue; fi; \
	  if [ $$tool = cc ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    printf '\n== installing a C compiler\n'; apt-get update -qq && apt-get install -y -qq build-essential; continue; \
	  fi; \
	  case $$tool in cargo) how="Rust 1.95 or newer: https://rustup.rs";; cc) how="sudo apt-get install build-essential";; *) how="Node 20.19 or newer";; esac; \
	  echo "$$tool is missing: $$how" >&2; exit 1; \
	done
