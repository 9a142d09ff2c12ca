#!/usr/bin/env python3
"""Makes Data/repair-model.bin: the character trigram model with which the damage repair chooses
among readings. Provenance and terms: docs/model-card.md.

    scripts/make-repair-model.py Data/repair-gbk.bin Data/repair-model.bin TEXTS...

TEXTS are JSON Lines files whose objects have `text` (FILE.jsonl:N takes the first N only), JSON files
with a list `body` of paragraphs, or plain text files with one paragraph a line.
Texts in Simplified or Traditional script are both folded to Simplified by Data/repair-gbk.bin.

The model: interpolated Kneser-Ney over symbols (a character, one class for all letters, one for all
digits), trigrams seen once are dropped. Costs are bits in eighths, one byte each.

Layout, little-endian:
  uint32 x 4     V symbols, log2 of bigram slots, log2 of trigram slots, 0
  V x uint16     the symbol's scalar, ascending (0x0 is the line's edge, 0x1 the unknown)
  V x uint8      cost of the symbol, V x uint8 cost of backing off from it
  bigram table   2^n x uint16 tag (0 empty), then 2^n x uint8 cost, then 2^n x uint8 backing off
  trigram table  2^n x uint16 tag (0 empty), then 2^n x uint8 cost
Slots: hash = 64-bit mix of the key; slot = low bits, tag = top 16 bits with 0 made 1, linear probing.
"""
import itertools
import json
import math
import struct
import sys
from collections import Counter

DISCOUNT = 0.75
EDGE, UNKNOWN = 0, 1
MASK = (1 << 64) - 1


def fold_table(path):
    raw = open(path, "rb").read()
    count = 126 * 191
    scalars = struct.unpack_from(f"<{count}H", raw, 0)
    folded = struct.unpack_from(f"<{count}H", raw, 2 * count)
    return {a: b for a, b in zip(scalars, folded) if 0x4E00 <= a <= 0x9FA5}


def symbol(code, folds):
    if 0xFF01 <= code <= 0xFF5E:
        code -= 0xFEE0
    if code in (0x3000, 0xA0, 0x09):
        return 0x20
    if code < 0x80:
        if chr(code).isalpha():
            return 0x61
        if chr(code).isdigit():
            return 0x30
        return code
    if code in (0x300C, 0x300E):
        return 0x201C
    if code in (0x300D, 0x300F):
        return 0x201D
    code = folds.get(code, code)
    return code if code <= 0xFFFF and not 0xD800 <= code < 0xF900 else UNKNOWN


def paragraphs(paths):
    for path in paths:
        path, _, limit = path.partition(":")
        with open(path, encoding="utf-8") as lines:
            if path.endswith(".json"):
                yield from json.load(lines)["body"]
            elif path.endswith(".jsonl"):
                for line in itertools.islice(lines, int(limit) if limit else None):
                    yield from json.loads(line)["text"].split("\n")
            else:
                yield from (line.rstrip("\n") for line in lines)


def mix(key):
    key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    key = (key ^ (key >> 27)) * 0x94D049BB133111EB & MASK
    return key ^ (key >> 31)


def cost(probability):
    return min(255, max(0, round(-8 * math.log2(probability))))


class Slots:
    def __init__(self, count, columns):
        self.bits = max(4, math.ceil(math.log2(max(1, count) / 0.85)))
        self.tags = [0] * (1 << self.bits)
        self.columns = [bytearray(1 << self.bits) for _ in range(columns)]

    def put(self, key, values):
        h = mix(key)
        tag, slot = (h >> 48) or 1, h & ((1 << self.bits) - 1)
        while self.tags[slot]:
            if self.tags[slot] == tag:
                return
            slot = (slot + 1) & ((1 << self.bits) - 1)
        self.tags[slot] = tag
        for column, value in zip(self.columns, values):
            column[slot] = value

    def write(self, out):
        out.write(struct.pack(f"<{len(self.tags)}H", *self.tags))
        for column in self.columns:
            out.write(column)


def main():
    folds = fold_table(sys.argv[1])
    seen = Counter()
    lines = []
    for paragraph in paragraphs(sys.argv[3:]):
        line = [symbol(ord(c), folds) for c in paragraph.strip()]
        if line:
            lines.append(line)
            seen.update(line)
    vocabulary = sorted({EDGE, UNKNOWN} | {s for s, n in seen.items() if n >= 2})
    number = {s: i for i, s in enumerate(vocabulary)}
    unknown = number[UNKNOWN]
    tri, starts = Counter(), Counter()
    for line in lines:
        ids = [0, 0] + [number.get(s, unknown) for s in line] + [0]
        for i in range(2, len(ids)):
            tri[ids[i - 2], ids[i - 1], ids[i]] += 1
    # Kneser-Ney: lower orders count the different contexts a symbol follows.
    bi = Counter()
    for (u, v, w), n in tri.items():
        bi[v, w] += 1
    for (u, v, w), n in tri.items():
        if u == 0 and v == 0:
            bi[0, w] += n  # a line's start has no wider context
    uni = Counter()
    for (v, w), n in bi.items():
        uni[w] += 1
    total = sum(uni.values())
    p1 = {w: (uni[w] + 0.25) / (total + 0.25 * len(vocabulary)) for w in range(len(vocabulary))}
    sums, kinds = Counter(), Counter()
    for (v, w), n in bi.items():
        sums[v] += n
        kinds[v] += 1
    back1 = {v: DISCOUNT * kinds[v] / sums[v] for v in sums}
    p2 = {(v, w): (n - DISCOUNT) / sums[v] + back1[v] * p1[w] for (v, w), n in bi.items()}
    sums2, kept, kept_kinds = Counter(), Counter(), Counter()
    for (u, v, w), n in tri.items():
        sums2[u, v] += n
        if n >= 2:
            kept[u, v] += n - DISCOUNT
    back2 = {uv: max(1e-6, 1 - kept[uv] / sums2[uv]) for uv in sums2}
    p3 = {}
    for (u, v, w), n in tri.items():
        if n >= 2:
            p3[u, v, w] = (n - DISCOUNT) / sums2[u, v] + back2[u, v] * p2[v, w]
    bigrams = Slots(len(p2), 2)
    for key in sorted(p2):
        bigrams.put(key[0] << 16 | key[1], (cost(p2[key]), cost(back2.get(key, 1))))
    trigrams = Slots(len(p3), 1)
    for key in sorted(p3):
        trigrams.put(key[0] << 32 | key[1] << 16 | key[2] | 1 << 60, (cost(p3[key]),))
    with open(sys.argv[2], "wb") as out:
        out.write(struct.pack("<4I", len(vocabulary), bigrams.bits, trigrams.bits, 0))
        out.write(struct.pack(f"<{len(vocabulary)}H", *vocabulary))
        out.write(bytes(cost(p1[i]) for i in range(len(vocabulary))))
        out.write(bytes(cost(back1.get(i, 1)) for i in range(len(vocabulary))))
        bigrams.write(out)
        trigrams.write(out)
    print(len(lines), "lines", sum(map(len, lines)), "characters", len(vocabulary), "symbols",
          len(p2), "bigrams", len(p3), "trigrams of", len(tri))


main()
