#!/usr/bin/env python3
"""make-article-sentences.py [PASSAGES] > sentences.jsonl

The sentences of corpus/ with their persons, institutions and places, as annotated data for the name model: those of
the articles and the passages of names.txt, or the passages of another file of that form alone. Held articles are left
out: they only measure. What stands inside a policy's title is neither taught nor denied, since the annotation names
the title alone.
"""
import json
import os
import re
import sys

CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "corpus")
GOLD = os.path.join(CORPUS, "gold")
NAMES = ("person", "institution", "place")
SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”』」’）)]*)?")
MARK = re.compile(r"\[([^|\[\]]+)\|([pil])\]")
LABELS = {"p": "person", "i": "institution", "l": "place"}


def spans(mentions, offset, label=None):
    return [
        {"type": label or m["type"], "start": m["start"] - offset, "end": m["end"] - offset} for m in mentions
    ]


def passage(line):
    """The text of a line of names.txt, and its names: [杭州市教育局|i]局长[王明远|p]表示。"""
    text, names, end = "", [], 0
    for mark in MARK.finditer(line):
        text += line[end : mark.start()]
        names.append({"type": LABELS[mark[2]], "start": len(text), "end": len(text) + len(mark[1])})
        text += mark[1]
        end = mark.end()
    return text + line[end:], names


def print_articles():
    for name in sorted(os.listdir(GOLD)):
        with open(os.path.join(GOLD, name), encoding="utf-8") as file:
            article = json.load(file)
        if article["held"]:
            continue
        for number, match in enumerate(SENTENCE.finditer(article["text"])):
            start, end = match.span()
            inside = [m for m in article["mentions"] if start <= m["start"] and m["end"] <= end]
            sentence = {
                "id": f"{name}-{number}",
                "text": match.group(),
                "entities": spans([m for m in inside if m["type"] in NAMES], start),
                "ignore": spans([m for m in inside if m["type"] == "policy"], start, "institution"),
            }
            print(json.dumps(sentence, ensure_ascii=False))


def print_passages(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if not line.startswith("#"):
                # What follows the first tab, the posts, is not taught. Whole articles have ⏎ between their paragraphs.
                for part, paragraph in enumerate(line.rstrip("\n").split("\t")[0].split("⏎")):
                    text, names = passage(paragraph)
                    record = {"id": f"names-{number}-{part}", "text": text, "entities": names}
                    print(json.dumps(record, ensure_ascii=False))


if len(sys.argv) > 1:
    print_passages(sys.argv[1])
else:
    print_articles()
    print_passages(os.path.join(CORPUS, "names.txt"))
