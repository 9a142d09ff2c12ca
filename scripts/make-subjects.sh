#!/usr/bin/env bash
# make-subjects.sh [OUTPUT]
#
# Trains the model that chooses what a figure counts with the program that `make build` built, from the open articles of
# corpus/ and from corpus/subjects.txt. The same data and word lists give the same bytes; some seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
.build/release/eduai train --task subjects corpus corpus/subjects.txt -o "${1:-Data/subjects.model}"
