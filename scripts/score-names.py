#!/usr/bin/env python3
"""score-names.py PROGRAM [PASSAGES] [--model FILE]

Precision, recall and F1 of the names and posts that PROGRAM finds in annotated passages (corpus/names-apart.txt): a
name counts where span and type are those annotated; a post, of those in a body that the passage names, where person
and body are (any of their surfaces), whatever the words of the title.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "corpus")
MARK = re.compile(r"\[([^|\[\]]+)\|([pil])\]")
LABELS = {"p": "person", "i": "institution", "l": "place"}


def passage(line):
    """The text of a line and its names as (type, start, end)."""
    text, names, end = "", set(), 0
    for mark in MARK.finditer(line):
        text += line[end : mark.start()]
        names.add((LABELS[mark[2]], len(text), len(text) + len(mark[1])))
        text += mark[1]
        end = mark.end()
    return text + line[end:], names


def posts(line):
    """The people and bodies of a line's posts: those in a body that the passage names."""
    cells = [cell.split("=") for cell in line.split("\t")[1:]]
    return [(cell[0], cell[2]) for cell in cells if len(cell) > 2 and cell[2]]


def count_posts(record, gold):
    """How many posts a record has, and how many of the gold ones are among them."""
    surfaces = {}
    for mention in record["mentions"]:
        surfaces.setdefault(mention.get("name") or mention["text"], set()).add(mention["text"])
    relations = [r for r in record.get("relations", []) if r.get("person") and r.get("institution")]
    found = {(r["person"], r.get("role"), r["institution"]) for r in relations}
    left, hits = set(found), 0
    for person, body in gold:
        fits = (
            post
            for post in sorted(left, key=str)
            if person in surfaces.get(post[0], {post[0]}) and body in surfaces.get(post[2], {post[2]})
        )
        post = next(fits, None)
        if post:
            left.remove(post)
            hits += 1
    return len(found), hits


def main():
    arguments = sys.argv[1:]
    model = []
    if "--model" in arguments:
        k = arguments.index("--model")
        model = arguments[k : k + 2]
        del arguments[k : k + 2]
    path = arguments[1] if len(arguments) > 1 else os.path.join(CORPUS, "names-apart.txt")
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").replace("⏎", "\n") for line in lines if not line.startswith("#")]
    passages = [passage(row.split("\t")[0]) for row in rows]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, (text, _) in enumerate(passages):
            print(json.dumps({"document": str(number), "text": text}, ensure_ascii=False), file=file)
        file.flush()
        command = [arguments[0], "extract", file.name, "--format", "jsonl", "--quiet", "--keep-boilerplate"]
        output = subprocess.run(command + ["--no-repair"] + model, capture_output=True, check=True).stdout
    kinds = [*LABELS.values(), "post"]
    hits, found = dict.fromkeys(kinds, 0), dict.fromkeys(kinds, 0)
    for record in map(json.loads, output.decode("utf-8").splitlines()):
        names = passages[int(record["document"])][1]
        for mention in record["mentions"]:
            if mention["type"] in LABELS.values():
                found[mention["type"]] += 1
                hits[mention["type"]] += (mention["type"], mention["start"], mention["end"]) in names
        number, right = count_posts(record, posts(rows[int(record["document"])]))
        found["post"] += number
        hits["post"] += right
    print(f"{len(passages)} passages")
    for label in kinds:
        gold = sum(1 for _, names in passages for name in names if name[0] == label)
        if label == "post":
            gold = sum(len(posts(row)) for row in rows)
        precision, recall, f1 = hits[label] / found[label], hits[label] / gold, 2 * hits[label] / (found[label] + gold)
        print(f"{label:12} precision {100 * precision:.1f}  recall {100 * recall:.1f}  F1 {100 * f1:.1f}  of {gold}")


main()
