#!/usr/bin/env bash
# Builds the libFuzzer targets with the address sanitizer and runs them.
#
#   scripts/fuzz.sh SECONDS [TARGET…]     each target (all, unless named) for so many seconds
#
# Inputs grow from Fuzz/seeds/TARGET, or else from the articles of corpus/, and are kept in
# .build/fuzz-corpus/TARGET between runs; an input that crashes a target is left there as
# crash-…, the status is 1, and the input belongs in a test.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?seconds for each target}
shift
scratch=.build/fuzz
program=$scratch/fuzz

# SwiftPM cannot link a program whose main() is libFuzzer's, so it builds a static library only.
flags=(-c release --package-path Fuzz --scratch-path "$scratch"
  -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address)
swift build "${flags[@]}" --product FuzzTargets
library=$(swift build "${flags[@]}" --show-bin-path)/libFuzzTargets.a
swiftc -sanitize=fuzzer,address -use-ld=lld -o "$program" \
  -Xlinker --whole-archive "$library" -Xlinker --no-whole-archive -lxml2 -licui18n -licuuc -lz -lsqlite3 -lxlsxwriter

all=$(sed -n 's/^  case \([a-z]*\)$/\1/p' Fuzz/Sources/FuzzTargets/FuzzTarget.swift)
status=0
for target in ${*:-$all}; do
  corpus=.build/fuzz-corpus/$target
  mkdir -p "$corpus"
  seeds=corpus/articles
  if [ -d "Fuzz/seeds/$target" ]; then seeds=Fuzz/seeds/$target; fi
  if [ "$target" = gold ]; then seeds=corpus/gold; fi
  echo "fuzz: $target, $seconds seconds"
  if ! ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no "$program" --target="$target" -max_total_time="$seconds" \
    -rss_limit_mb=3000 -timeout=20 -max_len=16384 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$corpus/" "$corpus" "$seeds" 2> "$corpus.log"; then
    echo "fuzz: $target failed; the input is in $corpus, the report in $corpus.log" >&2
    tail -n 30 "$corpus.log" >&2
    status=1
  fi
  sed -n 's/^stat::number_of_executed_units: */  inputs: /p' "$corpus.log"
done
exit $status
