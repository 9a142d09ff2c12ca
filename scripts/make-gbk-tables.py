#!/usr/bin/env python3
"""Makes Data/repair-gbk.bin: code page 936 with its user-defined areas, as the damage repair reads it.

    scripts/make-gbk-tables.py Data/repair-gbk.bin

Sources: Python's `gbk` codec for the assigned pairs; the formulae of Windows code page 936 for the
user-defined ones (AAA1-AFFE, F8A1-FEFE, A140-A7A0); OpenCC's t2s and s2t for the script of each
character (libopencc must be installed; only its output is stored); Python's `big5` codec to tell the
Simplified-only forms from those that a Traditional text may use too (后, 里, 于).

Layout, little-endian, pairs in the order lead 81..FE, trail 40..FE (191 a lead, 7F unused):
  24066 x uint16  the scalar of the pair, 0 where the pair is undefined
  24066 x uint16  the scalar folded to Simplified (itself where nothing changes)
  24066 x uint8   flags: 1 Simplified-only form; 2 Simplified form that Traditional text knows too
"""
import ctypes
import ctypes.util
import struct
import sys


def opencc(config):
    name = ctypes.util.find_library("opencc") or "libopencc.so.1.1"
    library = ctypes.CDLL(name)
    library.opencc_open.restype = ctypes.c_void_p
    library.opencc_open.argtypes = [ctypes.c_char_p]
    library.opencc_convert_utf8.restype = ctypes.c_void_p
    library.opencc_convert_utf8.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    handle = library.opencc_open(config.encode())
    cache = {}

    def convert(text):
        if text not in cache:
            raw = text.encode()
            found = library.opencc_convert_utf8(handle, raw, len(raw))
            cache[text] = ctypes.string_at(found).decode()
        return cache[text]

    return convert


def user_defined(a, b):
    if 0xAA <= a <= 0xAF and b >= 0xA1:
        return 0xE000 + 94 * (a - 0xAA) + (b - 0xA1)
    if 0xF8 <= a <= 0xFE and b >= 0xA1:
        return 0xE234 + 94 * (a - 0xF8) + (b - 0xA1)
    if 0xA1 <= a <= 0xA7 and b <= 0xA0 and b != 0x7F:
        return 0xE4C6 + 96 * (a - 0xA1) + (b - (0x41 if b >= 0x80 else 0x40))
    return 0


def scalar(a, b):
    if b == 0x7F:
        return 0
    try:
        return ord(bytes([a, b]).decode("gbk"))
    except UnicodeDecodeError:
        return user_defined(a, b)


def main():
    to_simplified, to_traditional = opencc("t2s.json"), opencc("s2t.json")
    scalars, folded, flags = [], [], []
    for a in range(0x81, 0xFF):
        for b in range(0x40, 0xFF):
            value = scalar(a, b)
            simple, flag = value, 0
            if 0x4E00 <= value <= 0x9FA5:
                simple = ord(to_simplified(chr(value))[0])
                if simple > 0xFFFF:
                    simple = value
                if ord(to_traditional(chr(value))[0]) != value:
                    try:
                        chr(value).encode("big5")
                        flag = 2
                    except UnicodeEncodeError:
                        flag = 1
            scalars.append(value)
            folded.append(simple)
            flags.append(flag)
    with open(sys.argv[1], "wb") as out:
        out.write(struct.pack(f"<{len(scalars)}H", *scalars))
        out.write(struct.pack(f"<{len(folded)}H", *folded))
        out.write(bytes(flags))


main()
