#!/usr/bin/env bash
# make-model.sh DATA_FOLDER [OUTPUT]
#
# Trains the built-in name model with the program that `make build` built, from the annotated files that
# scripts/model-plan.tsv names (which are not part of this repository), from the articles of corpus/ that are not held,
# and from synthetic sentences. The same data give the same bytes; a minute of one core.
#
# SPLIT=1 leaves out the sentences that the plan sets apart for development, so that the scores printed say how good
# a model is on sentences it has not seen; the shipped model learns from them as well.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:?usage: make-model.sh DATA_FOLDER [OUTPUT]}
output=${2:-Data/names.model}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$(realpath "$data")"/*.jsonl "$work/"
scripts/make-synthetic-sentences.py 8000 > "$work/synthetic.jsonl"
scripts/make-article-sentences.py > "$work/articles.jsonl"
scripts/make-article-sentences.py corpus/names-figures.txt > "$work/dense.jsonl"
.build/release/eduai train "$work" --plan scripts/model-plan.tsv --words Data/words.tsv --epochs 4 \
  --name-bonus 0.98 $([ -n "${SPLIT:-}" ] || echo --everything) -o "$output"
