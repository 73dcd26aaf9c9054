"""Learns from labelled advice which of its sentences are needs, outcomes and recommendations, and measures it on sets
that were not learned from. Writes the weights of `core/frameworks/advice-reading.json`.

The labels are those of the gold of `tests/advice/`: what it lists of a piece of advice is what it says there, and every
other sentence is something else. `cargo xtask train advice` runs this.
"""

import argparse
import json
import math
import subprocess
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).resolve().parent
SETS = HERE.parent
WEIGHTS = HERE.parents[2] / "core" / "frameworks" / "advice-reading.json"
MEASURED = HERE.parent / "measured-reading.txt"
SAMPLE = HERE / "sample.json"

# Sets that nobody who works on this has read: they are only measured.
UNREAD = ["maple", "oak", "pine", "rowan"]

KINDS = ("need", "outcome", "provision")

# A sentence is of a kind from this probability, wherever it stands: chosen by the sets that were read, each left out of
# what is learned. Where a heading names the kind, it is from a lower one, which leaves out little: nobody sees what is
# lost. Reasons stand beside recommendations, and are left out more often.
STATED = {"need": 0.15, "outcome": 0.15, "provision": 0.25}
KEPT = {"need": 0.05, "outcome": 0.05, "provision": 0.12}

# The weights are letters, from # to } without \, and the middle one is zero.
LETTERS = [chr(code) for code in range(ord("#"), ord("}") + 1) if chr(code) != "\\"]
ZERO = 45
GREATEST = 12
BUCKETS = 8192
PENALTY = 0.1

# So much of the words of the shorter of two quotations of one place stand in a row in the other.
SAME = 0.7


def words(text):
    return "".join(c.lower() if c.isalnum() else " " for c in text).split()


def is_same_place(one, other):
    """Whether two quotations speak of one place, as `tests/advice/text.rs` has it."""
    one, other = words(one), words(other)
    best, above = 0, [0] * (len(other) + 1)
    for word in one:
        row = [0] * (len(other) + 1)
        for at, known in enumerate(other):
            if word == known:
                row[at + 1] = above[at] + 1
        best = max(best, *row)
        above = row
    shorter = min(len(one), len(other))
    return shorter > 2 and best >= SAME * shorter


def sentences(program, sets):
    """All sentences of all advice, each with its set and what the gold says that it is."""
    of = {}
    for name in sets:
        gold = json.loads((SETS / name / "gold.json").read_text())["alignments"]
        for path in sorted((SETS / name).glob("advice-*.md")):
            of[path] = (name, [entry for entry in gold if Path(entry["advice"]).stem == path.stem])
    lines = "".join(f"{path}\n" for path in of)
    out = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    all = []
    for (path, (name, gold)), line in zip(of.items(), out.splitlines(), strict=True):
        for sentence in json.loads(line):
            kinds = [entry["kind"] for entry in gold if is_same_place(sentence["text"], entry["quote"])]
            all.append({**sentence, "set": name, "file": path.stem, "kind": kinds[0] if kinds else "other"})
    return all


class Data:
    def __init__(self, all):
        columns, ends = [], [0]
        for sentence in all:
            columns.extend(sorted({feature % BUCKETS for feature in sentence["features"]}))
            ends.append(len(columns))
        shape = (len(all), BUCKETS)
        self.places = csr_matrix((np.ones(len(columns), int), columns, ends), shape=shape)
        self.numbers = np.maximum(1, np.diff(ends))
        self.matrix = diags(10 / np.sqrt(self.numbers)) @ self.places
        self.sets, self.kinds, self.under = (
            np.array([sentence[field] for sentence in all]) for field in ("set", "kind", "under")
        )
        self.is_row = np.array(["\t" in sentence["text"] for sentence in all])


class Model:
    """The heads of all kinds in whole numbers of one scale."""

    def __init__(self, data, which):
        self.heads = []
        for kind in KINDS:
            model = LogisticRegression(C=PENALTY, solver="liblinear")
            model.fit(data.matrix[which], data.kinds[which] == kind)
            self.heads.append((model.coef_[0], model.intercept_[0]))
        greatest = max(np.quantile(np.abs(weights[weights != 0]), 0.9995) for weights, _ in self.heads)
        # A score has quarters of a weight.
        self.scale = greatest / GREATEST
        self.weights = [
            np.clip(np.round(weights / self.scale), -GREATEST, GREATEST).astype(int) for weights, _ in self.heads
        ]
        self.biases = [self.score(bias) for _, bias in self.heads]

    def score(self, value):
        return int(round(float(value) * 4 / self.scale))

    def from_probability(self, probability):
        return self.score(math.log(probability / (1 - probability)))

    def kinds(self, data):
        """What each sentence is, as the engine decides it."""
        roots = np.array([math.isqrt(256 * int(number)) for number in data.numbers])
        scores = np.stack(
            [bias + (data.places @ weights) * 640 // roots for weights, bias in zip(self.weights, self.biases)], 1
        )
        stated = np.array([self.from_probability(STATED[kind]) for kind in KINDS])
        above = scores - stated
        found = np.where(above.max(1) >= 0, np.array(KINDS)[above.argmax(1)], "other")
        for at, kind in enumerate(KINDS):
            is_kept = (found == "other") & (data.under == kind) & (scores[:, at] >= self.from_probability(KEPT[kind]))
            found[is_kept] = kind
        return np.where(data.is_row & (data.under != "other"), data.under, found)

    def document(self):
        heads = [
            {
                "kind": kind,
                "bias": bias,
                "stated_from": self.from_probability(STATED[kind]),
                "kept_from": self.from_probability(KEPT[kind]),
                "weights": "".join(LETTERS[weight + ZERO] for weight in weights),
            }
            for kind, bias, weights in zip(KINDS, self.biases, self.weights)
        ]
        return {"heads": heads}


def table(data, found, sets):
    lines = []
    for kind in KINDS:
        lines.append(kind)
        rows = [(name, data.sets == name) for name in sets] + [("all", np.isin(data.sets, sets))]
        for name, which in rows:
            right = ((found == kind) & (data.kinds == kind) & which).sum()
            of, reported = ((data.kinds == kind) & which).sum(), ((found == kind) & which).sum()
            lines.append(f"  {name}: {right} of {of}, {right} of {reported}")
        lines.append("")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", default="target/debug/advice-features", help="the program that prints features")
    arguments.add_argument("--out", default=str(WEIGHTS), help="where the weights are written")
    arguments.add_argument("--without", nargs="*", default=UNREAD, help="sets that are left out of what is learned")
    given = arguments.parse_args()
    names = sorted(path.parent.name for path in SETS.glob("*/gold.json"))
    sets = [name for name in names if name not in given.without]
    all = sentences(given.program, sets)
    data = Data(all)
    found = np.full(len(data.kinds), "other", dtype="<U9")
    for name in sets:
        which = data.sets == name
        found[which] = Model(data, ~which).kinds(data)[which]
    measured = "# sentences found of the gold, and right of what is found, each set left out of what is learned\n\n"
    measured += table(data, found, sets)
    print(measured)
    print("as headings and columns alone say:\n")
    print(table(data, data.under, sets))
    model = Model(data, np.ones(len(data.kinds), bool))
    Path(given.out).write_text(json.dumps(model.document(), indent=1) + "\n")
    if given.out == str(WEIGHTS):
        # What the engine is to find: the first letters of the kinds of all sentences, in their order.
        kinds = {}
        for sentence, kind in zip(all, model.kinds(data)):
            key = f"{sentence['set']}/{sentence['file']}"
            kinds[key] = kinds.get(key, "") + str(kind)[0]
        SAMPLE.write_text(json.dumps(kinds, indent=1) + "\n")
        MEASURED.write_text(measured)


if __name__ == "__main__":
    main()
