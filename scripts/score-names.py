#!/usr/bin/env python3
"""score-names.py PROGRAM [PASSAGES] [--model FILE]

Precision, recall and F1 of the names that PROGRAM finds in annotated passages (corpus/names-apart.txt): a name counts
where span and type are those annotated.
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


def main():
    arguments = sys.argv[1:]
    model = []
    if "--model" in arguments:
        k = arguments.index("--model")
        model = arguments[k : k + 2]
        del arguments[k : k + 2]
    path = arguments[1] if len(arguments) > 1 else os.path.join(CORPUS, "names-apart.txt")
    with open(path, encoding="utf-8") as lines:
        passages = [passage(line.rstrip("\n").split("\t")[0]) for line in lines if not line.startswith("#")]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, (text, _) in enumerate(passages):
            print(json.dumps({"document": str(number), "text": text}, ensure_ascii=False), file=file)
        file.flush()
        command = [arguments[0], "extract", file.name, "--format", "jsonl", "--quiet", "--keep-boilerplate"]
        output = subprocess.run(command + ["--no-repair"] + model, capture_output=True, check=True).stdout
    hits, found = dict.fromkeys(LABELS.values(), 0), dict.fromkeys(LABELS.values(), 0)
    for record in map(json.loads, output.decode("utf-8").splitlines()):
        names = passages[int(record["document"])][1]
        for mention in record["mentions"]:
            if mention["type"] in found:
                found[mention["type"]] += 1
                hits[mention["type"]] += (mention["type"], mention["start"], mention["end"]) in names
    print(f"{len(passages)} passages")
    for label in LABELS.values():
        gold = sum(1 for _, names in passages for name in names if name[0] == label)
        precision, recall, f1 = hits[label] / found[label], hits[label] / gold, 2 * hits[label] / (found[label] + gold)
        print(f"{label:12} precision {100 * precision:.1f}  recall {100 * recall:.1f}  F1 {100 * f1:.1f}  of {gold}")


main()
