"""How well lists are matched: blind on numbers, on labelled pairs, in time; and where the weights of the model come from.

`python -P -m bench.crosswalk` prints one line a figure, with its bar; `--fit` writes `data/mappings/model.csv` anew; `--labels FOLDER` reads
labelled pairs (`list_a, notation_a, list_b, notation_b, predicate, set_relation, hard_negative`). No test asserts a time.
"""

from __future__ import annotations

import csv
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from api.cli.options import store
from bench.overlay import Overlay
from graph.answers.asof import AsOf, state_of, states_of
from graph.answers.crosswalk import between, mappings, model, numbering, sheet
from graph.derive.crosswalk.lineage import Numbering
from graph.derive.crosswalk.model import BIAS, STRUCTURE, Model, confidences, structure
from graph.derive.crosswalk.sheet import Sheet
from graph.derive.crosswalk.signals import BLIND, Candidates, candidates, side
from graph.derive.crosswalk.spelling import content
from graph.errors import ComityError
from graph.model.control_list import Completeness

Floats = npt.NDArray[np.float64]

TODAY = AsOf(date(2026, 11, 23), date(2026, 11, 23))
MODEL = Path(__file__).parent.parent / "data" / "mappings" / "model.csv"
BLIND_PAIRS = (("us-ccl", "eu-annex-i"), ("eu-annex-i", "nz-sgl"))
#: Pairs of lists that number alike, and what is done to the second: nothing, a third of its entries taken out, words taken out.
FITTED_ON = (
    ("us-ccl", "eu-annex-i", "whole"), ("us-ccl", "eu-annex-i", "orphans"), ("us-ccl", "eu-annex-i", "thinned"),
    ("eu-annex-i", "nz-sgl", "orphans"), ("in-scomet", "eu-annex-i", "whole"), ("in-scomet", "eu-annex-i", "orphans"),
    ("eu-annex-i", "uk-dual-use", "whole"), ("us-ccl", "wa-du", "orphans"), ("uk-ml", "eu-cml", "whole"),
)  # fmt: skip
_ALIKE, _OPEN = 0.95, 0.6
"""Likeness of what is the same under another number, and of what may be."""

_NEARBY = 0.25
"""A same number with fewer words in common than this is no pair: lists renumber."""


@dataclass(frozen=True)
class Sample:
    """Candidates of two lists, and which of them are pairs."""

    left: Sheet
    right: Sheet
    found: Candidates
    kept: npt.NDArray[np.intp]
    """Candidates that count."""

    is_pair: Floats


def silver(left: Sheet, right: Sheet, rules: Numbering) -> dict[int, int]:
    """Return which things stand at the same place of one family."""
    there = {(p.family, p.place): n for n, p in rules.places(right.key, right.index).items()}
    return {
        left.index[n]: right.index[there[p.family, p.place]]
        for n, p in rules.places(left.key, left.index).items()
        if (p.family, p.place) in there
    }


def sample(left: Sheet, right: Sheet, rules: Numbering, way: str) -> Sample:
    """Return what the model is fitted on: candidates of things that have a place in a family, without their numbers."""
    whole = set(silver(left, right, rules))
    right = _WAYS[way](right)
    pairs = silver(left, right, rules)
    there = set(pairs.values())
    found = candidates(side(left), side(right), Numbering(()), blind=True)
    likeness = np.maximum(found.signals["words"], found.signals["letters"])
    settled = {(r, c) for at, (r, c) in enumerate(_pairs(found)) if pairs.get(r) == c and likeness[at] >= _NEARBY}  # fmt: skip
    rows, columns = {r for r, _ in settled}, {c for _, c in settled}
    kept, told = [], []
    for at, (row, column) in enumerate(_pairs(found)):
        is_free = row not in rows and column not in columns
        if is_free and _same(found, at):
            kept.append(at)
            told.append(1.0)
        elif is_free and likeness[at] >= _OPEN:
            continue  # renumbered, perhaps: nobody knows
        elif (row, column) in settled or row in whole or column in there:
            kept.append(at)
            told.append(float((row, column) in settled))
    return Sample(left, right, found, np.array(kept), np.array(told))


def _same(found: Candidates, at: int) -> bool:
    """Say whether two things are the same in words or by their chemical number, and nothing else is as near."""
    signals = found.signals
    ahead = signals["lead"][at] > 0 and signals["lead_back"][at] > 0
    return bool(ahead and (signals["letters"][at] >= _ALIKE or signals["chemicals"][at] >= _ALIKE))


def fit(samples: list[Sample]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the weights of both stages."""
    names = tuple(name for name in BLIND if name != "mentions")
    truth = np.hstack([one.is_pair for one in samples])
    first = _regress([_design(one.found.signals, names, one.kept) for one in samples], truth)
    words = dict(zip((BIAS, *names), first, strict=True))
    half = Model(words, {}, 0.0, 0.0, 0.0, 0.0)
    built = [structure(one.found, one.left, one.right, half) for one in samples]
    second = _regress(
        [_design(s, STRUCTURE, one.kept) for s, one in zip(built, samples, strict=True)], truth
    )
    return words, dict(zip((BIAS, *STRUCTURE), second, strict=True))


def blind(left: Sheet, right: Sheet, rules: Numbering, told: Model) -> tuple[int, float, float]:
    """Return the number of things at the same place with like words, and how many are found first, and among twenty."""
    found = candidates(side(left), side(right), Numbering(()), blind=True)
    sure = confidences(found, left, right, told)
    held: dict[int, list[tuple[float, int]]] = {}
    for at, (row, column) in enumerate(_pairs(found)):
        held.setdefault(row, []).append((-float(sure[at]), column))
    pairs = [
        (row, column)
        for row, column in silver(left, right, rules).items()
        if _common(left.things[row].said, right.things[column].said) >= _NEARBY
    ]
    ranks = [[c for _, c in sorted(held.get(row, []))] for row, _ in pairs]
    first = sum(rank[:1] == [c] for rank, (_, c) in zip(ranks, pairs, strict=True))
    near = sum(c in rank[:20] for rank, (_, c) in zip(ranks, pairs, strict=True))
    return len(pairs), first / len(pairs), near / len(pairs)


def _common(one: str, other: str) -> float:
    ours, theirs = set(content(one)), set(content(other))
    return len(ours & theirs) / max(1, len(ours | theirs))


def _design(signals: Mapping[str, npt.NDArray[np.float32]], names: tuple[str, ...], kept: npt.NDArray[np.intp]) -> Floats:  # fmt: skip
    columns = [np.ones(len(kept)), *(signals[name][kept].astype(np.float64) for name in names)]
    return np.stack(columns, axis=1)


def _regress(designs: list[Floats], truth: Floats) -> list[float]:
    """Return the weights of a logistic regression with a light ridge, by Newton's method."""
    x, ridge = np.vstack(designs), np.ones(designs[0].shape[1])
    ridge[0] = 0.0
    weights = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1.0 / (1.0 + np.exp(-x @ weights))
        slope = x.T @ (p - truth) + ridge * weights
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-9), slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return [round(float(w), 3) for w in weights]


def _pairs(found: Candidates) -> Iterator[tuple[int, int]]:
    yield from zip(found.rows.tolist(), found.columns.tolist(), strict=True)


def _orphans(right: Sheet) -> Sheet:
    """Take a third of the entries out: what corresponded to them has nothing now."""
    gone = {n for n in right.nodes if crc32(n[:5].encode()) % 3 == 0 and len(n) > 4}
    nodes = {
        n: replace(node, below=tuple(b for b in node.below if b not in gone))
        for n, node in right.nodes.items()
        if n not in gone
    }
    return Sheet(right.key, right.version, right.language, nodes)


def _thinned(right: Sheet) -> Sheet:
    """Take words out: two lists that mean the same in other words have fewer in common."""
    nodes = {
        n: replace(node, words=_thin(node.words, n), label=_thin(node.label, n))
        for n, node in right.nodes.items()
    }
    return Sheet(right.key, right.version, right.language, nodes)


def _thin(words: str, salt: str) -> str:
    held = words.split()
    return " ".join(w for at, w in enumerate(held) if crc32(f"{salt} {at}".encode()) % 10 >= 4)


_WAYS = {"whole": lambda right: right, "orphans": _orphans, "thinned": _thinned}


def labelled(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the rows that a person labelled."""
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _write(words: Mapping[str, float], second: Mapping[str, float]) -> None:
    with MODEL.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    made = {("words", n): w for n, w in words.items()} | {("structure", n): w for n, w in second.items()}  # fmt: skip
    model_row = rows[0]
    told = [row for row in rows if row["stage"] == "use"]
    fresh = [
        {**model_row, "id": f"{stage}/{name}", "stage": stage, "signal": name, "weight": str(weight)}
        for (stage, name), weight in made.items()
    ]  # fmt: skip
    with MODEL.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(model_row), lineterminator="\n")
        writer.writeheader()
        writer.writerows([*fresh, *told])


def _labels(graph: Overlay, folder: Path) -> None:
    """Print how labelled pairs come out: recall, precision, hard negatives, Brier score, set relations."""
    told, seen = [], dict[tuple[str, str], dict[tuple[str, str], float]]()
    relations: dict[tuple[str, ...], str] = {}
    for row in labelled(folder):
        pair = row["list_a"], row["list_b"]
        if pair not in seen:
            found = between(graph, *(state_of(graph, key, TODAY) for key in pair))
            seen[pair] = {(m.subject, m.object): m.confidence for m in found.links}
            relations |= {(*pair, m.subject, m.object): m.set_relation.value for m in found.links}
        sure = seen[pair].get((row["notation_a"], row["notation_b"]), 0.0)
        told.append((row, sure))
    close = model(graph).close
    linked = [(row, sure) for row, sure in told if row["predicate"] not in {"NONE", "relatedMatch"}]
    wrong = [row for row, sure in told if row["predicate"] == "NONE" and sure >= close]
    right = sum(sure >= close for _, sure in linked)
    brier = sum((sure - (row["predicate"] != "NONE")) ** 2 for row, sure in told) / max(1, len(told))  # fmt: skip
    print(
        f"labelled pairs {len(told)}: recall {right / max(1, len(linked)):.3f}, Brier {brier:.3f}"
    )
    print(
        f"precision {right / max(1, right + len(wrong)):.3f}; refused pairs accepted: {len(wrong)}"
    )
    hard = [row for row, sure in told if row["hard_negative"] == "1" and sure >= close]
    print(f"hard negatives accepted: {len(hard)}   bar 0")
    decided = [(row["set_relation"], relations.get((row["list_a"], row["list_b"], row["notation_a"], row["notation_b"]), "unknown")) for row, _ in linked]  # fmt: skip
    sure_of = [(a, b) for a, b in decided if b != "unknown"]
    print(f"set relations decided {len(sure_of)} of {len(decided)}, right {sum(a == b for a, b in sure_of)}")  # fmt: skip


def _times(graph: Overlay) -> None:
    """Print how long pairs take, with everything read and nothing made yet."""
    held = [s for s in states_of(graph, TODAY) if s.completeness is not Completeness.NAMED]
    began = time.perf_counter()
    mappings(graph, *(state_of(graph, key, TODAY) for key in BLIND_PAIRS[0]))
    print(f"{'us-ccl to eu-annex-i, cold (s)':<50}{time.perf_counter() - began:>8.2f}   bar 6")
    began, count = time.perf_counter(), 0
    for at, one in enumerate(held):
        for other in held[at + 1 :]:
            if one.text != other.text:
                count += len(between(graph, one, other).links)
    print(f"{f'all pairs of {len(held)} lists (s), {count} links':<50}{time.perf_counter() - began:>8.2f}   bar 120")  # fmt: skip


def main() -> None:
    """Fit where asked; print the figures."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--times", action="store_true")
    asked = parser.parse_args()
    try:
        graph = Overlay(store())
    except ComityError as exc:
        sys.exit(str(exc))
    if asked.times:
        _times(graph)
    rules = numbering(graph)
    sheets = {key: sheet(graph, state_of(graph, key, TODAY)) for key in {k for a, b, _ in FITTED_ON for k in (a, b)}}  # fmt: skip
    if asked.fit:
        _write(*fit([sample(sheets[a], sheets[b], rules, way) for a, b, way in FITTED_ON]))
        graph = Overlay(store())
    for a, b in BLIND_PAIRS:
        for one, other in ((a, b), (b, a)):
            size, first, near = blind(sheets[one], sheets[other], rules, model(graph))
            print(f"{one} to {other}, blind, {size} things: first {first:.3f} bar 0.90; among twenty {near:.3f} bar 0.98")  # fmt: skip
    if asked.labels:
        _labels(graph, asked.labels)


if __name__ == "__main__":
    main()
