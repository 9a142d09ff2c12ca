#!/usr/bin/env python3
"""Damages a Traditional Chinese text as pinyin-annotating mirror sites and scrapers do.

The forward direction of what the repair stage undoes, step by step:
  1. the page as CP936 bytes (GBK with its user-defined areas); what GBK lacks becomes `?`;
  2. byte-level replacement of every X of the site's table by `X(pinyin)`, one entry after the
     other, blind to character borders;
  3. splits: at some pairs that read as ！ ， ； ？ 、 the bytes are cut and the pieces decoded alone;
  4. decoding as CP936, a lead byte with an impossible trail byte swallowing both as one `?`;
  5. the scraper: markup dropped, full-width ASCII folded or not, private-use characters kept or not.

Reads the true text (UTF-8, one paragraph a line) from standard input and writes the damaged page
text to standard output. `--truth FILE` writes what a perfect repair would give: the input with
full-width ASCII folded where `--ascii` folds it. Standard error tells what was lost for good.

    scripts/damage-article.py --site medium --private-use drop --ascii --seed 7 < true.txt > page.txt

The split positions come from a seeded generator of this file, so the same call gives the same bytes.
Readings: usual Mandarin readings with tone marks; only the standard library is used.
"""

import argparse
import re
import sys

# The tables of three kinds of site, nested: each adds to the one before it. The order is the order of replacement.
SMALL = (
    "發fā 業yè 區qū 產chǎn 現xiàn 關guān 內nèi 戰zhàn 數shù 統tǒng 領lǐng 術shù 結jié 規guī 據jù "
    "聯lián 質zhì 構gòu 創chuàng 態tài 環huán 礎chǔ 續xù 優yōu 穩wěn 協xié 監jiān 養yǎng 訓xùn 驅qū "
    "側cè 冊cè 節jié 範fàn 績jì 謹jǐn 驗yàn"
)
MEDIUM = (
    "網wǎng 學xué 經jīng 習xí 當dāng 應yīng 責zé 設shè 轉zhuǎn 標biāo 貿mào 務wù 風fēng 權quán 負fù "
    "絡luò 復fù 預yù 準zhǔn 擔dān 勵lì"
)
LARGE = (
    "動dòng 個gè 會huì 萬wàn 時shí 對duì 獎jiǎng 來lái 級jí 進jìn 點diǎn 實shí 評píng 認rèn 語yǔ "
    "場chǎng 達dá 補bǔ 說shuō 計jì 專zhuān 項xiàng 國guó 報bào 開kāi 類lèi 過guò 強qiáng 調diào 機jī "
    "門mén 測cè 費fèi 長cháng"
)
SITES = {
    "small": SMALL.split(),
    "medium": SMALL.split() + MEDIUM.split(),
    "large": SMALL.split() + MEDIUM.split() + LARGE.split(),
}

# Pairs before which the bytes are cut: ！ ， ； ？ 、
SPLIT_PAIRS = {b"\xa3\xa1", b"\xa3\xac", b"\xa3\xbb", b"\xa3\xbf", b"\xa1\xa2"}
# No split is seen in the first bytes of a paragraph, and about half of the later places are cut.
SPLIT_FREE = 100
SPLIT_SHARE = 46


def user_defined(lead, trail):
    """The private-use character of a user-defined CP936 pair, or None."""
    if 0xAA <= lead <= 0xAF and 0xA1 <= trail <= 0xFE:
        return 0xE000 + 94 * (lead - 0xAA) + (trail - 0xA1)
    if 0xF8 <= lead <= 0xFE and 0xA1 <= trail <= 0xFE:
        return 0xE234 + 94 * (lead - 0xF8) + (trail - 0xA1)
    if 0xA1 <= lead <= 0xA7 and 0x40 <= trail <= 0xA0 and trail != 0x7F:
        return 0xE4C6 + 96 * (lead - 0xA1) + (trail - (0x41 if trail >= 0x80 else 0x40))
    return None


def encode(text):
    """CP936 bytes; a character that GBK lacks becomes `?`."""
    return b"".join(c.encode("gbk", errors="replace") for c in text)


def decode(piece, lost):
    """Decodes one piece as the mirror does; `lost` collects ASCII bytes that a lead byte swallowed."""
    out = []
    i = 0
    while i < len(piece):
        lead = piece[i]
        if lead < 0x80:
            out.append(chr(lead))
            i += 1
            continue
        if lead == 0x80:
            out.append("\u20ac")
            i += 1
            continue
        if lead == 0xFF or i + 1 == len(piece):
            out.append("?")
            i += 1
            continue
        trail = piece[i + 1]
        i += 2
        if trail < 0x40 or trail in (0x7F, 0xFF):
            out.append("?")
            if trail < 0x80:
                lost.append(chr(trail))
            continue
        private = user_defined(lead, trail)
        if private is not None:
            out.append(chr(private))
            continue
        try:
            out.append(bytes((lead, trail)).decode("gbk"))
        except UnicodeDecodeError:
            out.append("?")
    return "".join(out)


class Generator:
    """A small linear congruential generator: the same on every Python."""

    def __init__(self, seed):
        self.state = seed & 0xFFFFFFFF

    def percent(self):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 16) % 100


def replace_all(page, site, space):
    """Step 2: one entry after the other over the whole page, every occurrence, blind to borders."""
    for entry in SITES[site]:
        character, reading = entry[0], entry[1:]
        target = character.encode("gbk")
        note = encode("(" + reading + (" " if space else "") + ")")
        page = page.replace(target, target + note)
    return page


def pieces(paragraph, generator):
    """Step 3: cuts the bytes of a paragraph before some of the split pairs."""
    cuts = [0]
    for i in range(SPLIT_FREE, len(paragraph) - 1):
        if paragraph[i : i + 2] in SPLIT_PAIRS and generator.percent() < SPLIT_SHARE:
            cuts.append(i)
    cuts.append(len(paragraph))
    return [paragraph[a:b] for a, b in zip(cuts, cuts[1:])]


def fold(text):
    """Full-width ASCII and U+3000 to ASCII."""
    return "".join(
        chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else " " if c == "\u3000" else c
        for c in text
    )


def damage(text, site, keep_private, ascii_marks, space, seed):
    """All steps; returns the damaged text and the swallowed ASCII bytes other than brackets and tags."""
    markup = "\n".join("<p>" + line + "</p>" if line else "" for line in text.split("\n"))
    page = replace_all(encode(markup), site, space)
    generator = Generator(seed)
    lost = []
    lines = []
    for paragraph in page.split(b"\n"):
        shown = "".join(decode(piece, lost) for piece in pieces(paragraph, generator))
        shown = re.sub(r"</?p>", "", shown)
        if not keep_private:
            shown = "".join(c for c in shown if not 0xE000 <= ord(c) <= 0xF8FF)
        lines.append(fold(shown) if ascii_marks else shown)
    return "\n".join(lines), [c for c in lost if c not in "(<"]


def main():
    parser = argparse.ArgumentParser(description="Damages a text as annotating mirror sites do.")
    parser.add_argument("--site", choices=sorted(SITES), default="medium", help="which table")
    parser.add_argument("--private-use", choices=("keep", "drop"), default="drop")
    parser.add_argument("--ascii", action="store_true", help="fold full-width ASCII")
    parser.add_argument("--space", action="store_true", help="a space behind each reading")
    parser.add_argument("--seed", type=int, default=1, help="where the splits fall")
    parser.add_argument("--truth", help="file for the text a perfect repair would give")
    options = parser.parse_args()
    text = sys.stdin.buffer.read().decode("utf-8")
    shown, lost = damage(
        text, options.site, options.private_use == "keep", options.ascii, options.space, options.seed
    )
    sys.stdout.buffer.write(shown.encode("utf-8"))
    if options.truth:
        with open(options.truth, "w", encoding="utf-8", newline="\n") as file:
            file.write(fold(text) if options.ascii else text)
    outside = sorted({c for c in text if c != "\n" and encode(c) == b"?" and c != "?"})
    if outside:
        print("not in GBK, shown as ?: " + " ".join(outside), file=sys.stderr)
    if lost:
        print("swallowed for good: " + " ".join(map(repr, lost)), file=sys.stderr)


if __name__ == "__main__":
    main()
