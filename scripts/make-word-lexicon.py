#!/usr/bin/env python3
"""make-word-lexicon.py DICT.TXT > Data/words.tsv

Makes the word list of the tagger from the dictionary of jieba (PyPI package jieba 0.42.1, MIT licence):

    pip download jieba==0.42.1 --no-deps --no-binary :all: && tar xzf jieba-0.42.1.tar.gz
    scripts/make-word-lexicon.py jieba-0.42.1/jieba/dict.txt > Data/words.tsv

Each line: word, class, cost. The class is a coarse part of speech; `head` is a noun that ends names of
institutions, `title` a noun for a post or profession. The cost is -14 ln p, 1...255. Sorted by code points.
"""
import math
import os
import sys

CLASSES = {
    "n": "n", "ng": "n", "g": "n", "nr": "nr", "nrfg": "nr", "nrt": "nrt", "ns": "ns", "nt": "nt", "nz": "nz",
    "v": "v", "vg": "v", "vq": "v", "vi": "v", "vd": "v", "vn": "vn", "a": "a", "ag": "a", "ad": "a", "an": "a",
    "d": "d", "dg": "d", "df": "d", "m": "m", "mq": "m", "mg": "m", "q": "q", "t": "t", "tg": "t", "r": "r",
    "rr": "r", "rz": "r", "rg": "r", "p": "p", "c": "c", "f": "f", "s": "s", "i": "i", "l": "l", "b": "b", "j": "j",
    "z": "z", "zg": "z", "o": "z", "e": "z", "y": "u", "h": "u", "k": "u", "x": "x",
}
# Lexicons of this project that add words or settle their class: file, class, frequency of a word jieba lacks.
OWN = (("places-cn.tsv", "ns", 3), ("places.tsv", "ns", 10), ("bodies.tsv", "nt", 5), ("institution-heads.tsv", "head", 50), ("roles.tsv", "title", 20))
# Nouns that end names of institutions and posts that the lexicons above, made for other uses, leave out.
MORE = {
    "head": "公司 集团 企业 厂 工厂 商店 书店 剧院 剧团 影院 部门 机关 机构 组织 军 部队 球队 队 俱乐部 党 政党 网站 论坛 平台 系 团 分公司 子公司",
    "title": "先生 女士 小姐 同志 夫人 太太 议员 球员 选手 运动员 前锋 后卫 门将 中场 影星 明星 球星 国王 女王 王子 公主 皇帝 歌手 演员 导演 作家 诗人",
}


def main():
    words, total = {}, 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) == 3 and 1 <= len(parts[0]) <= 12:
                words[parts[0]] = (int(parts[1]), CLASSES.get(parts[2], "u" if parts[2][0] == "u" else "x"))
                total += int(parts[1])
    for name, kind, frequency in OWN:
        with open(os.path.join(os.path.dirname(sys.argv[0]), "..", "Data", name), encoding="utf-8") as lines:
            for line in lines:
                word = line.rstrip("\n").split("\t")[0]
                if line.startswith("#") or not 1 <= len(word) <= 12 or (kind in ("ns", "nt") and len(word) < 2):
                    continue
                if word in words and kind == "ns" and "\tweak\t" in line:
                    continue
                words[word] = (max(words.get(word, (0,))[0], frequency), kind)
    for kind, group in MORE.items():
        for word in group.split():
            words[word] = (max(words.get(word, (0,))[0], 50), kind)
    print("# columns: word\tclass\tcost (-14 ln p)")
    print("# source: dict.txt of jieba 0.42.1, MIT licence; made with lexicons of this project by scripts/make-word-lexicon.py")
    for word in sorted(words):
        frequency, kind = words[word]
        cost = min(255, max(1, round(-14 * math.log(max(frequency, 0.5) / total))))
        print("%s\t%s\t%d" % (word, kind, cost))


main()
