#!/usr/bin/env bash
# make-contexts.sh [OUTPUT]
#
# Trains the model that chooses where and when a figure holds with the program that `make build` built, from the open
# articles of corpus/ and from corpus/contexts.txt. The same data give the same bytes; some seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
.build/release/eduai train --task contexts corpus corpus/contexts.txt -o "${1:-Data/contexts.model}"
