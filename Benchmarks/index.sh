#!/usr/bin/env bash
# What indexing costs: `make bench-index`. Against `extract --format jsonl` on the same folder (processor
# time, in turn), a second run over unchanged files, size and memory.
#
#   index.sh EDUAI BENCH CORPUS RESULTS [ARTICLES [ROUNDS]]
set -euo pipefail
eduai=$(realpath "$1") bench=$(realpath "$2") corpus=$(realpath "$3") results=$(realpath "$4")
articles=${5:-5000} rounds=${6:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bench" generate "$articles" --corpus "$corpus" --to "$work/pages" > /dev/null
# Files younger than two seconds are not trusted to be unchanged.
find "$work/pages" -type f -exec touch -d '1 hour ago' {} +
cd "$work"

# Processor seconds and peak memory (KiB) of a command go to NAME.times, a line a run.
measure() {
  local name=$1
  shift
  /usr/bin/time -a -o "$name.times" -f '%U %S %e %M' "$@" > /dev/null
}
for ((round = 0; round < rounds; round++)); do
  measure extract "$eduai" extract pages --format jsonl --quiet
  rm -f c.db*
  measure index "$eduai" index pages --db c.db --quiet
  measure again "$eduai" index pages --db c.db --quiet
  measure export "$eduai" export --db c.db --format jsonl --quiet
done

median() { awk -v f="$2" '{ print (f == 1 ? $1 + $2 : $f) }' "$1.times" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
report="$results/$(date +%F)-index-$articles.txt"
{
  echo "Index benchmark, $(date +%F), $(nproc) processors, $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), load $(cut -d' ' -f1 /proc/loadavg)"
  echo "$articles articles, $(du -sb pages | cut -f1) bytes; medians of $rounds rounds in turn; seconds of processor time (user + system)"
  for name in extract index again export; do
    echo "$name: $(median $name 1) s, wall $(median $name 3) s, peak $(($(median $name 4) / 1024)) MiB"
  done
  awk -v a="$(median extract 1)" -v b="$(median index 1)" -v c="$(median again 1)" \
    'BEGIN { printf "index / extract --format jsonl: %.2f (bar 1.5)\nsecond run / first run: %.2f %% (bar 2 %%)\n", b / a, 100 * c / b }'
  echo "index file: $(stat -c %s c.db) bytes"
} | tee "$report"
