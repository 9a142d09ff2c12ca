# The two commands of the README are `make demo` and `make test`; see CONTRIBUTING.md for the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := demo

.PHONY: demo
demo:
	swift build -c release
