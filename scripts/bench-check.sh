#!/usr/bin/env bash
# Counts the instructions of fixed small runs with valgrind and compares them with
# Benchmarks/instructions.tsv: status 1 where one rose by more than 5 %.
#
#   scripts/bench-check.sh PROGRAM           compare
#   EDUAI_RECORD=1 scripts/bench-check.sh PROGRAM   keep the counts of this build
#
# Counts depend on the compiler and the C libraries, not on the load of the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
built=${1:?the program}
table=Benchmarks/instructions.tsv
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
pages=$scratch/pages
mkdir "$pages"
cp corpus/articles/a0[1-8]-* "$pages"
# Debian's valgrind cannot read the debugging information that Swift writes.
program=$scratch/eduai
strip -o "$program" "$built"

# One line a run: a name, then the arguments. $pages stands for eight of the example articles.
runs='version	--version
clean	clean $pages --jobs 1 --quiet
extract	extract $pages --jobs 1 --quiet
jsonl	extract $pages --format jsonl --jobs 1 --quiet'

count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 > /dev/null \
    | sed -n 's/.*Collected : *//p'
}

status=0
counted="# run	instructions (valgrind --tool=callgrind); written by scripts/bench-check.sh"
while IFS=$'\t' read -r name arguments; do
  # shellcheck disable=SC2086
  now=$(count ${arguments//\$pages/$pages})
  counted+=$'\n'"$name"$'\t'"$now"
  before=$(sed -n "s/^$name	//p" "$table" 2> /dev/null || true)
  if [ -z "$before" ]; then
    echo "$name: $now instructions"
    continue
  fi
  change=$(awk -v a="$before" -v b="$now" 'BEGIN { printf "%+.1f", 100 * (b - a) / a }')
  echo "$name: $now instructions, $change %"
  if awk -v a="$before" -v b="$now" 'BEGIN { exit !(b > 1.05 * a) }'; then
    echo "bench-check: $name rose by more than 5 %" >&2
    status=1
  fi
done <<< "$runs"
if [ -n "${EDUAI_RECORD:-}" ]; then
  echo "$counted" > "$table"
  exit 0
fi
exit $status
