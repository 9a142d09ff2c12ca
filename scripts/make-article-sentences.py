#!/usr/bin/env python3
"""make-article-sentences.py > sentences.jsonl

The sentences of corpus/ with their persons, institutions and places, as annotated data for the name model. Held
articles are left out: they only measure. What stands inside a policy's title is neither taught nor denied, since
the annotation names the title alone.
"""
import json
import os
import re

GOLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "corpus", "gold")
NAMES = ("person", "institution", "place")
SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”』」’）)]*)?")


def spans(mentions, offset, label=None):
    return [
        {"type": label or m["type"], "start": m["start"] - offset, "end": m["end"] - offset} for m in mentions
    ]


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
