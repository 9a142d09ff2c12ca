#!/usr/bin/env python3
"""Makes Data/repair-readings.bin: the pinyin readings of the characters U+4E00..U+9FA5.

    scripts/make-repair-readings.py pypinyin-0.55.0-py2.py3-none-any.whl Data/repair-readings.bin

Source: the character table of pypinyin (PyPI, MIT licence, from pinyin-data, MIT licence). The wheel
is read as an archive; nothing of it is run.

Layout, little-endian uint16 throughout:
  S, P                      number of syllables, number of pool entries
  S x 8                     syllables, scalars padded with 0 (zhuāng has 6)
  20903                     for each character the start of its readings in the pool; one past the end
  P                         pool: indices of syllables, most usual reading first
"""
import json
import struct
import sys
import unicodedata
import zipfile

FIRST, LAST = 0x4E00, 0x9FA5


def readings(wheel):
    table = json.loads(zipfile.ZipFile(wheel).read("pypinyin/pinyin_dict.json"))
    return {int(code): value.split(",") for code, value in table.items()}


def usable(syllable):
    """GBK, through which every annotation goes, has these Latin letters with marks and no others."""
    return len(syllable) <= 8 and all(
        c.isascii() and c.isalpha() or c in "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêɑńňǹ" for c in syllable)


def main():
    table = readings(sys.argv[1])
    syllables, index, starts, pool = [], {}, [], []
    for code in range(FIRST, LAST + 1):
        starts.append(len(pool))
        for syllable in table.get(code, []):
            syllable = unicodedata.normalize("NFC", syllable)
            if not usable(syllable):
                continue
            if syllable not in index:
                index[syllable] = len(syllables)
                syllables.append(syllable)
            pool.append(index[syllable])
    starts.append(len(pool))
    with open(sys.argv[2], "wb") as out:
        out.write(struct.pack("<2H", len(syllables), len(pool)))
        for syllable in syllables:
            codes = [ord(c) for c in syllable]
            out.write(struct.pack("<8H", *(codes + [0] * (8 - len(codes)))))
        out.write(struct.pack(f"<{len(starts)}H", *starts))
        out.write(struct.pack(f"<{len(pool)}H", *pool))
    print(len(syllables), "syllables", len(pool), "readings")


main()
