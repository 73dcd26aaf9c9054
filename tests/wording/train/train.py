"""Learns the weights of `core/frameworks/learned.json` from labelled texts, and measures them on authors who were not
learned from.

The rows are those of `tests/wording/corpus/` and of `tests/wording/development/`, and of the files that are named.
`tests/wording/measuring/` and the plans are never learned from. `cargo xtask train` runs this.
"""

import argparse
import hashlib
import json
import math
import re
import subprocess
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
DEVELOPMENT = HERE.parent / "development"
WEIGHTS = HERE.parents[2] / "core" / "frameworks" / "learned.json"
LEXICON = HERE.parents[2] / "core" / "frameworks" / "wording.json"
MEASURED = HERE.parent / "measured-learned.txt"

# What is judged, with the files of labelled texts, the label that is judged, and the sections.
TASKS = {
    "provision_open": {"file": "provision", "positive": {"vague"}, "sections": ["F", "G", "H1", "H2"],
                       "options": {"greatest": 7}},
    "outcome_not_smart": {"file": "outcomes", "positive": {"not_smart", "poor"}, "sections": ["E"],
                          "options": {"beta": (0.85, 0.7)}},
    "provision_in_needs": {"file": "needs", "positive": {"provision"}, "sections": ["B", "C", "D"]},
}

# The rules that report statements in which no other rule finds anything.
REPORTED_ALONE = {"open-to-interpretation", "outcome-not-smart", "provision-in-needs"}

# Kinds of text that are no statements wherever they stand.
NO_STATEMENTS = {
    "heading", "table_head", "law_note", "process_note", "sign_off", "personal_detail", "reference_key",
    "advice_entry", "placement", "budget", "quotation", "history", "none_stated", "strength", "aspiration",
    "diagnosis", "cell_fragment",
}
# Kinds that are none of what is judged, though statements of something else.
OTHERS = {"provision_open": set(), "outcome_not_smart": {"step"}, "provision_in_needs": {"need"}}

# The weights are letters, from # to } without \, and the middle one is zero. Few of them are used, so that the weights
# are small when they are compressed.
LETTERS = [chr(code) for code in range(ord("#"), ord("}") + 1) if chr(code) != "\\"]
ZERO = 45

# `beta` weighs recall against precision: for statements in which a rule finds something, and for others. Half of the
# rows are at fault, and few of the statements of a plan. The first ones were chosen with the five plans of
# `tests/plans/` in view, those of now by authors left out alone.
OPTIONS = {
    "buckets": 16384, "c": 0.25, "greatest": 6, "aside": 0.5, "moved": 0.03, "examples": 0.5, "beta": (1.0, 0.6),
    "mentioned": 150,
}


def rows_of(task):
    """The labelled texts of a task: author, section, text, label, quotes, and whether it is no statement."""
    of = TASKS[task]
    rows = []

    def add(author, section, text, label, quotes=(), aside=False, id=None, written=None):
        rows.append({"author": author, "section": section, "text": text, "label": int(label),
                     "quotes": [quote for quote in quotes if quote], "aside": aside, "id": id,
                     "moved": section != (written or section)})

    for path in sorted(CORPUS.glob(f"{of['file']}-*.json")):
        for row in json.loads(path.read_text()):
            given = [*row.get("open", []), *row.get("faults", [])]
            quotes = [entry["quote"] for entry in given] + row.get("quotes", [])
            section = row.get("section", of["sections"][0])
            add(path.stem, section, row["text"], row["label"] in of["positive"], quotes, id=row["id"])
    own = DEVELOPMENT / f"{of['file']}.json"
    if own.exists():
        for row in json.loads(own.read_text()):
            add(own_author(row), row["section"], row["text"], row["label"] in of["positive"], id=row["id"])
    for row in json.loads((DEVELOPMENT / "innocent.json").read_text()):
        if row["section"] in of["sections"] or row["section"] == "A":
            section = row["section"] if row["section"] in of["sections"] else of["sections"][0]
            add(own_author(row), section, row["text"], 0, aside=True, id=row["id"], written=row["section"])
    for path in sorted(CORPUS.glob("innocent-*.json")):
        for row in json.loads(path.read_text()):
            if row["section"] in of["sections"]:
                add(path.stem, row["section"], row["text"], 0, aside=True, id=row["id"])
    for path in sorted(CORPUS.glob("blocks-*.json")):
        for row in json.loads(path.read_text()):
            if row["label"] in NO_STATEMENTS | OTHERS[task]:
                section = row["section"] if row["section"] in of["sections"] else of["sections"][0]
                # One author wrote all of them, in ten voices, which are left out two by two.
                add(f"{path.stem}, voices {row['voice'] % 5}", section, row["text"], 0, aside=True, id=row["id"],
                    written=row["section"])
    return rows


def own_author(row):
    letter = re.match(r"([qrs])-", row["id"])
    return "own-" + (letter.group(1) if letter else "p")


def examples_of(task):
    """What the lexicon gives as examples of its rules. The near misses of the rules that report statements alone are right;
    those of others may have another fault."""
    rows = []
    for rule in json.loads(LEXICON.read_text())["rules"]:
        if rule.get("judged_by") != task or rule["severity"] == "information":
            continue
        for of in [rule, *rule.get("phrases", [])]:
            texts = [(of["example"], 1)]
            if task == "provision_in_needs" or of.get("id") in REPORTED_ALONE:
                texts.append((of["near_miss"], 0))
            for text, label in texts:
                rows.append({"author": "lexicon", "section": rule["sections"][0], "text": text, "label": label,
                             "quotes": [], "aside": False, "id": rule["id"], "moved": False})
    return rows


def read_features(rows, program):
    """Adds to each row its statements: place, features and label; `None` where the row does not say it."""
    lines = "".join(json.dumps({"section": row["section"], "text": row["text"]}) + "\n" for row in rows)
    out = subprocess.run(program, input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    for row, line in zip(rows, out.splitlines(), strict=True):
        row["statements"] = json.loads(line)
        label(row)


def label(row):
    text = row["text"].encode()
    places = [(text.find(quote.encode()), len(quote.encode())) for quote in row["quotes"]]
    places = [(at, at + length) for at, length in places if at >= 0]
    statements = row["statements"]
    for statement in statements:
        start, end = statement["span"]["start"], statement["span"]["end"]
        is_quoted = any(start < behind and at < end for at, behind in places)
        if not row["label"]:
            statement["label"] = 0
        elif is_quoted or len(statements) == 1:
            statement["label"] = 1
        else:
            # Beside what is quoted the rest is need; of a statement that lacks something, any sentence may be meant.
            statement["label"] = 0 if row["section"] in "BCD" and places else None
    if row["label"] and statements and not any(statement["label"] for statement in statements):
        statements[0]["label"] = 1


class Data:
    """The statements of all rows as a matrix."""

    def __init__(self, rows, options):
        self.rows = rows
        number = options["buckets"]
        columns, ends, labels, row_of, weights, raised, stands = [], [0], [], [], [], [], []
        for at, row in enumerate(rows):
            for statement in row["statements"]:
                features, label = statement["features"], statement["label"]
                raised.append(statement["raised"])
                stands.append(statement["stands"])
                columns.extend(sorted({feature % number for feature in features}))
                ends.append(len(columns))
                labels.append(-1 if label is None else label)
                row_of.append(at)
                weights.append(
                    options["moved"] if row["moved"] else options["aside"] if row["aside"]
                    else options["examples"] if row["author"] == "lexicon" else 1.0
                )
        shape = (len(labels), number)
        self.places = csr_matrix((np.ones(len(columns), int), columns, ends), shape=shape)
        self.numbers = np.maximum(1, np.diff(ends))
        self.matrix = diags(10 / np.sqrt(self.numbers)) @ self.places
        self.labels, self.row_of, self.weights = np.array(labels), np.array(row_of), np.array(weights)
        self.raised, self.stands = np.array(raised), np.array(stands)
        self.authors = np.array([rows[at]["author"] for at in row_of])


def group(author):
    """Authors that are left out together: the project's own have few rows each."""
    return "own" if author.startswith("own-") else author


def fit(data, train, options):
    train = train & (data.labels >= 0)
    model = LogisticRegression(C=options["c"], solver="liblinear")
    model.fit(data.matrix[train], data.labels[train], sample_weight=data.weights[train])
    return model


def out_of_fold(data, authors, options):
    """Each author's scores by a model that was learned from the others."""
    groups = np.array([group(author) for author in data.authors])
    scores = np.full(len(groups), np.nan)
    for left_out in authors:
        which = groups == left_out
        if which.any():
            model = Whole(fit(data, np.isin(groups, [*authors, "lexicon"]) & ~which, options), options)
            # In whole numbers, as the engine has them; of one scale for all authors.
            scores[which] = model.scores(data)[which] * model.unit
    return scores


def thresholds(data, scores, options):
    """The scores from which statements are reported where a rule finds something in them, and where none does: those
    with the best of precision and recall on rows, those that are no statements among them, where they stand in sections
    in which they were written."""
    known = np.flatnonzero(~np.isnan(scores))
    rows = sorted({at for at in data.row_of[known] if is_counted(data.rows[at])})
    place = {at: number for number, at in enumerate(rows)}
    truth = np.array([data.rows[at]["label"] == 1 for at in rows])
    best = np.full((2, len(rows)), -99.0)
    stands = np.zeros(len(rows), bool)
    for at in known:
        row = data.row_of[at]
        if row in place:
            kind, number = int(not data.raised[at]), place[row]
            best[kind, number] = max(best[kind, number], scores[at])
            stands[number] |= data.stands[at]
    tries = np.quantile(scores[known], np.linspace(0.02, 0.98, 65))
    chosen = [float(np.median(tries))] * 2
    for _ in range(3):
        for kind in (0, 1):
            other = (best[1 - kind] >= chosen[1 - kind]) | stands
            chosen[kind] = max(
                tries, key=lambda at: f_score((best[kind] >= at) | other, truth, options["beta"][kind])
            )
    return min(chosen), chosen[1]


def is_counted(row):
    return not row["moved"] and row["author"] != "lexicon"


def f_score(found, truth, beta):
    precision, recall = precision_recall(found, truth)
    return (1 + beta**2) * precision * recall / max(1e-9, beta**2 * precision + recall)


def precision_recall(found, truth):
    both = (found & truth).sum()
    return both / max(1, found.sum()), both / max(1, truth.sum())


def measure(data, scores, options):
    """For each author: precision, recall and the share of silent texts, by scores of a model that was learned from the
    others and thresholds that were chosen on the others."""
    of = np.array([group(author) for author in data.authors])
    table = []
    for left_out in sorted(set(of) - {"lexicon"}):
        confirmed, reported = thresholds(data, np.where(of == left_out, np.nan, scores), options)
        which = (of == left_out) & ~np.isnan(scores)
        is_found = data.stands | (scores >= np.where(data.raised, confirmed, reported))
        found = set(data.row_of[which & is_found])
        by_rules = set(data.row_of[which & data.raised])
        rows = [(at in found, row) for at, row in enumerate(data.rows) if group(row["author"]) == left_out]
        stated = [(is_found, row["label"] == 1) for is_found, row in rows if not row["aside"]]
        alone = [at in by_rules for at, row in enumerate(data.rows)
                 if group(row["author"]) == left_out and not row["aside"]]
        aside = [is_found for is_found, row in rows if row["aside"] and not row["moved"]]
        if len(stated) >= 20:
            is_found, truth = np.array(stated).T
            rules = precision_recall(np.array(alone), truth)
            table.append((left_out, *precision_recall(is_found, truth), len(stated), "stated", *rules))
        if len(aside) >= 10:
            table.append((left_out, 1 - np.mean(aside), 0, len(aside), "aside"))
    return table


def calibration(labels, scores, bands=12):
    """The share of what is judged by bands of scores, rising with them."""
    order = np.argsort(scores, kind="stable")
    made = [[scores[part[0]], labels[part].sum(), len(part)] for part in np.array_split(order, bands)]
    # Neighbours of which the lower has the greater share become one.
    at = 0
    while at + 1 < len(made):
        lower, upper = made[at], made[at + 1]
        if lower[1] * upper[2] >= upper[1] * lower[2]:
            made[at : at + 2] = [[lower[0], lower[1] + upper[1], lower[2] + upper[2]]]
            at = max(0, at - 1)
        else:
            at += 1
    return [(score, round(1000 * (right + 1) / (count + 2))) for score, right, count in made]


def all_out_of_fold(data, options):
    authors = sorted({group(author) for author in data.authors} - {"lexicon"})
    return out_of_fold(data, authors, options)


class Whole:
    """A model in whole numbers."""

    def __init__(self, model, options):
        weights, greatest = model.coef_[0], options["greatest"]
        self.scale = np.quantile(np.abs(weights[weights != 0]), 0.9995) / greatest
        # A score has quarters of a weight.
        self.unit = self.scale / 4
        self.weights = np.clip(np.round(weights / self.scale), -greatest, greatest).astype(int)
        self.bias = self.score(model.intercept_[0])

    def score(self, value):
        return int(round(float(value) / self.unit))

    def scores(self, data):
        return self.bias + evened(data.places @ self.weights, data.numbers)


def evened(sums, numbers):
    """What weights of features come to where a statement has so many, as the engine works it out."""
    return sums * 640 // np.array([math.isqrt(256 * int(number)) for number in np.atleast_1d(numbers)])


def fit_with_examples(data, confirmed, reported, options, most=12):
    """A model of all rows. An example of the lexicon weighs twice as much each time that it is judged otherwise."""
    all_rows = np.ones(len(data.labels), bool)
    of_lexicon = data.authors == "lexicon"
    is_reported_alone = np.array([data.rows[at]["id"] in REPORTED_ALONE for at in data.row_of])
    examples = of_lexicon & (data.labels == 1) & (data.raised | is_reported_alone) & ~data.stands
    for _ in range(most):
        model = Whole(fit(data, all_rows, options), options)
        scores = model.scores(data)
        least = np.where(data.raised, model.score(confirmed), model.score(reported))
        wrong = of_lexicon & (data.labels == 0) & (scores >= least)
        missed = (examples & (scores < least)) | wrong
        if not missed.any():
            break
        data.weights[missed] *= 2
    print(f"examples: {of_lexicon.sum()}, judged otherwise: {missed.sum()}")
    return model


def learn(task, data, scores, options):
    """The head of a task, and its weights as numbers."""
    confirmed, reported = thresholds(data, scores, options)
    is_where_written = np.array([is_counted(data.rows[at]) for at in data.row_of])
    known = ~np.isnan(scores) & (data.labels >= 0) & is_where_written
    bands = calibration(data.labels[known], scores[known])
    model = fit_with_examples(data, confirmed, reported, options)
    calibrated = {}
    for at, right in bands:
        calibrated.setdefault(model.score(at), right)
    seldom = [at for at, right in sorted(calibrated.items()) if right >= options["mentioned"]]
    return {
        "judges": task,
        "bias": model.bias,
        "mentioned_from": min(model.score(confirmed), seldom[0]),
        "confirmed_from": model.score(confirmed),
        "reported_from": model.score(reported),
        "calibration": [{"from": at, "right": right} for at, right in sorted(calibrated.items())],
        "weights": "".join(LETTERS[weight + ZERO] for weight in model.weights),
    }, model.weights


def score_of(head, whole, features):
    places = sorted({feature % len(whole) for feature in features})
    return head["bias"] + int(evened(whole[places].sum(), max(1, len(places)))[0])


def table(measured):
    lines = []
    for task, rows in measured.items():
        lines.append(f"{task:<24} {'precision':>9} {'recall':>7} {'texts':>6}  {'by rules alone':>15}")
        stated = [row for row in rows if row[4] == "stated"]
        for author, precision, recall, texts, _, *rules in stated:
            lines.append(f"  {author:<22} {precision:>9.3f} {recall:>7.3f} {texts:>6}  {rules[0]:>7.3f} {rules[1]:>7.3f}")
        both, alone = (np.array([row[at : at + 2] for row in stated]) for at in (1, 5))
        mean, worst = both.mean(0), stated[int(np.argmin([2 * p * r / (p + r) for p, r in both]))]
        rules = alone.mean(0)
        lines.append(f"  {'mean':<22} {mean[0]:>9.3f} {mean[1]:>7.3f} {'':>6}  {rules[0]:>7.3f} {rules[1]:>7.3f}")
        lines.append(f"  {'worst: ' + worst[0]:<22} {worst[1]:>9.3f} {worst[2]:>7.3f}")
        aside = [row for row in rows if row[4] == "aside"]
        for author, silent, _, texts, _ in aside:
            lines.append(f"  {'silent, ' + author:<22} {silent:>9.3f} {'':>7} {texts:>6}")
        lines.append("")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", default="target/debug/features", help="the program that prints features")
    arguments.add_argument("--out", default=str(WEIGHTS), help="where the weights are written")
    arguments.add_argument("--id", default="learned-2026", help="the id of the weights")
    given = arguments.parse_args()
    heads, measured, sample = [], {}, []
    for task in TASKS:
        options = {**OPTIONS, **TASKS[task].get("options", {})}
        rows = rows_of(task) + examples_of(task)
        read_features(rows, [given.program])
        data = Data(rows, options)
        out = all_out_of_fold(data, options)
        head, whole = learn(task, data, out, options)
        heads.append(head)
        for row in [row for row in rows if row["author"] != "lexicon"][:: max(1, len(rows) // 25)]:
            scores = [score_of(head, whole, statement["features"]) for statement in row["statements"]]
            sample.append({"section": row["section"], "text": row["text"], "scores": scores})
        measured[task] = measure(data, out, options)
        print(table({task: measured[task]}), flush=True)
    weights = {"id": given.id, "edition": "1", "language": "en-GB", "heads": heads}
    Path(given.out).write_text(json.dumps(weights, indent=1) + "\n")
    if given.out == str(WEIGHTS):
        (HERE / "sample.json").write_text(json.dumps(sample, indent=1, ensure_ascii=False) + "\n")
        canonical = json.dumps(weights, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        MEASURED.write_text(f"weights {digest}\n\n{table(measured)}")


if __name__ == "__main__":
    main()
