#!/usr/bin/env bash
# Builds the libFuzzer targets with the address sanitizer and runs them.
#
#   scripts/fuzz.sh SECONDS [TARGET…]     each target (all, unless named) for so many seconds
#
# Inputs grow from Fuzz/seeds/TARGET, or else from the articles of corpus/, and are kept in
# .build/fuzz-corpus/TARGET between runs; an input that crashes a target is left there as
# crash-…, the status is 1, and the input belongs in a test. SEED=1 tries the same inputs in the same
# order every time, as far as the time allows; ASAN_OPTIONS=detect_leaks=1 looks for leaks as well.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?seconds for each target}
shift
scratch=.build/fuzz
program=$scratch/fuzz
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0} SWIFT_BACKTRACE=enable=no

# swift.org's toolchains bring libFuzzer along, others may not.
resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
if ! compgen -G "$resources/clang/lib/*/libclang_rt.fuzzer*.a" > /dev/null; then
  echo "fuzz: skipped: this Swift toolchain has no libFuzzer ($resources/clang/lib/*/libclang_rt.fuzzer*.a)" >&2
  exit 0
fi

# SwiftPM cannot link a program whose main() is libFuzzer's, so it builds a static library only.
flags=(-c release --package-path Fuzz --scratch-path "$scratch"
  -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address)
swift build "${flags[@]}" --product FuzzTargets
library=$(swift build "${flags[@]}" --show-bin-path)/libFuzzTargets.a
swiftc -sanitize=fuzzer,address -use-ld=lld -o "$program" \
  -Xlinker --whole-archive "$library" -Xlinker --no-whole-archive -lxml2 -licui18n -licuuc -lz -lsqlite3 -lxlsxwriter

# How to run the inputs that failed once more, here and, small ones, on another machine.
reproduce() {
  local input
  for input in "$2"/crash-* "$2"/timeout-* "$2"/oom-* "$2"/leak-*; do
    [ -e "$input" ] || continue
    echo "fuzz: again: scripts/fuzz.sh 0 none; $program --target=$1 $input" >&2
    if [ "$(stat -c %s "$input")" -le 4096 ]; then
      echo "fuzz: the input: base64 -d > input <<< $(base64 -w 0 "$input")" >&2
    fi
  done
}

all=$(sed -n 's/^  case \([a-z]*\)$/\1/p' Fuzz/Sources/FuzzTargets/FuzzTarget.swift)
status=0
for target in ${*:-$all}; do
  if [ "$target" = none ]; then continue; fi  # only built
  corpus=.build/fuzz-corpus/$target
  mkdir -p "$corpus"
  seeds=corpus/articles
  if [ -d "Fuzz/seeds/$target" ]; then seeds=Fuzz/seeds/$target; fi
  if [ "$target" = gold ]; then seeds=corpus/gold; fi
  echo "fuzz: $target, $seconds seconds"
  if ! "$program" --target="$target" -max_total_time="$seconds" ${SEED:+-seed="$SEED"} \
    -rss_limit_mb=3000 -timeout=60 -max_len=16384 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$corpus/" "$corpus" "$seeds" 2> "$corpus.log"; then
    echo "fuzz: $target failed; the report is in $corpus.log, its end:" >&2
    tail -n 30 "$corpus.log" >&2
    reproduce "$target" "$corpus"
    status=1
  fi
  sed -n 's/^stat::number_of_executed_units: */  inputs: /p' "$corpus.log"
done
exit $status
