# `make demo` and `make test` are all a new user needs; CONTRIBUTING.md explains the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := demo

PREFIX ?= /usr/local
OUT ?= out
SWIFT ?= swift
RELEASE := $(SWIFT) build -c release --static-swift-stdlib --product eduai
PROGRAM := .build/release/eduai

# Debian packages: what the program needs to build and run, and what only some tests need.
PACKAGES := libicu-dev libxml2-dev zlib1g-dev libsqlite3-dev libxlsxwriter-dev pkg-config
TEST_PACKAGES := opencc
APP_PACKAGES := libreoffice-calc chromium

BENCH := Benchmarks/.build/release
BENCH_FLAGS = --program $(PROGRAM) --words $(BENCH)/words --corpus corpus \
	--results Benchmarks/results $(if $(PAGES),--pages $(PAGES))

.PHONY: setup setup-test setup-apps build demo test test-apps test-faults bench bench-index bench-large bench-check build-bench fuzz test-sanitize model subjects contexts install uninstall format lint clean

setup:
	@scripts/install-packages.sh $(PACKAGES)

setup-test: setup
	@scripts/install-packages.sh $(TEST_PACKAGES)

setup-apps: setup
	@scripts/install-packages.sh $(APP_PACKAGES)

build: setup
	$(RELEASE)

# The main job: our own example articles to a CSV.
demo: build
	@mkdir -p $(OUT)
	$(PROGRAM) extract corpus/articles --output $(OUT)/mentions.csv
	@echo; head -n 12 $(OUT)/mentions.csv
	@echo; echo "$$(($$(wc -l < $(OUT)/mentions.csv) - 1)) rows in $(OUT)/mentions.csv"

test: setup-test
	$(SWIFT) test --skip DesktopTests

# Tests that drive real desktop programs.
test-apps: setup-apps
	$(SWIFT) test --filter DesktopTests

# An index killed at 50 random points and resumed; every test run does it at a few.
test-faults: setup-test
	EDUAI_TEST_KILLS=50 $(SWIFT) test --filter IndexFaultTests

# Speed and memory by hand, built as the program is; PAGES=folder adds HTML pages of your own. See
# docs/performance.md.
build-bench: build setup-test
	$(SWIFT) build -c release --static-swift-stdlib --package-path Benchmarks

bench: build-bench
	$(BENCH)/Bench run $(BENCH_FLAGS)

bench-large: build-bench
	$(BENCH)/Bench large $(BENCH_FLAGS)

# Instruction counts of small runs against Benchmarks/instructions.tsv; EDUAI_RECORD=1 keeps new ones.
bench-check: build
	@scripts/install-packages.sh valgrind binutils
	scripts/bench-check.sh $(PROGRAM)

# libFuzzer with the address sanitizer: all targets, or TARGETS="html csv", SECONDS_EACH; SEED=1 for
# the same inputs every time.
SECONDS_EACH ?= 20
fuzz: setup
	SEED=$(SEED) scripts/fuzz.sh $(SECONDS_EACH) $(TARGETS)

# The whole test suite under the address and the thread sanitizer.
test-sanitize: setup-test
	LSAN_OPTIONS=suppressions=$(CURDIR)/scripts/sanitizer-leaks.txt:print_suppressions=0 \
		$(SWIFT) test --skip DesktopTests --sanitize=address --scratch-path .build/address
	SANITIZER=thread $(SWIFT) test --skip DesktopTests --sanitize=thread --scratch-path .build/thread

# ARTICLES=100000 ROUNDS=1 for the large one.
bench-index: build-bench
	Benchmarks/index.sh $(PROGRAM) $(BENCH)/Bench corpus Benchmarks/results $(ARTICLES) $(ROUNDS)

# The name tagger's model from annotated data; docs/model-card.md names the data sets. The model for
# what figures count reads the word list of the name model, so it follows (after another build).
DATA ?= data
model: build
	scripts/make-model.sh $(DATA)
	$(MAKE) subjects
	$(MAKE) contexts

# What figures count, from the files of this repository alone.
subjects: build
	scripts/make-subjects.sh

# Where and when figures hold, the same way.
contexts: build
	scripts/make-contexts.sh

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 -s $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/eduai

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/eduai

format:
	$(SWIFT) format -i -r Sources Tests Benchmarks Package.swift

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

clean:
	rm -rf .build Benchmarks/.build $(OUT)
