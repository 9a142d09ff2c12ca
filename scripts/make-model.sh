#!/usr/bin/env bash
# make-model.sh DATA_FOLDER [OUTPUT]
#
# Trains the built-in name model from the annotated files that scripts/model-plan.tsv names, which are not part of
# this repository, and from synthetic sentences. The same data give the same bytes. Takes a few minutes.
# FULL=1 learns also from the sentences set apart for development, as the shipped model does not.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:?usage: make-model.sh DATA_FOLDER [OUTPUT]}
output=${2:-Data/names.model}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$(realpath "$data")"/*.jsonl "$work/"
scripts/make-synthetic-sentences.py 8000 > "$work/synthetic.jsonl"
swift build -c release --product eduai
.build/release/eduai train "$work" --plan scripts/model-plan.tsv --words Data/words.tsv --epochs 3 \
  --name-bonus 0.98 ${FULL:+--everything} -o "$output"
