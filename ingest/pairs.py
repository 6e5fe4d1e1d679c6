"""Mappings and gaps between all lists, derived once for each pair of current states and kept as long as nothing changes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from hashlib import sha256
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

from graph.answers.asof import AsOf, ListState, states_of
from graph.ids import GRAPH, META
from graph.model.control_list import Completeness
from graph.release import Shelf
from graph.store.oxigraph import OxigraphStore
from ingest.emit.meta import Made
from ingest.graphs import write_graph
from ingest.mapping_sets import read_set, set_file
from ingest.pair_quads import emit_pair
from ingest.report import Progress
from ingest.steps import Step, StepCache, code_digest
from ingest.worker import end_with

ALL = frozenset({"*"})
NONE = frozenset[str]()
CODE = (
    "graph/answers", "graph/derive", "graph/logic", "graph/queries", "graph/store/oxigraph.py", "ingest/pairs.py",
    "ingest/pair_quads.py", "data/gaps", "data/mappings/model.csv", "data/mappings/numbering.csv",
    "data/mappings/phrases.csv", "data/mappings/pointers.csv",
)  # fmt: skip
"""What a pair depends on besides the graphs of both lists, our own lists and the known updates."""

_LAST = AsOf(date.max, date.max)


class Pairs:
    """The pairs of one build."""

    def __init__(self, shelf: Shelf, made: Sequence[Made], lists: frozenset[str]) -> None:
        self._shelf, self._lists = shelf, lists
        self._graphs = sorted(graph.iri for graph in made)
        self._code = code_digest(*CODE)

    def kept(self) -> list[Made] | None:
        """Return the graphs of all pairs, where nothing has changed that they depend on."""
        if not self._lists:
            return []
        step = StepCache(self._shelf, "pairs").find(self._whole())
        return None if step is None else list(step.made)

    def derived(self, store: Path, progress: Progress) -> list[Made]:
        """Derive what has changed, from a store with all other graphs; return the graphs of all pairs."""
        found: dict[tuple[str, str], Made] = {}
        todo = []
        for pair in self._pairs(store):
            step = StepCache(self._shelf, _name(pair)).find(self._key(pair))
            if step is None:
                todo.append(pair)
            else:
                found[_keys(pair)] = step.made[0]
        for done, (pair, made) in enumerate(_run(todo, store, self._shelf), start=1):
            found[_keys(pair)] = made
            StepCache(self._shelf, _name(pair)).keep(self._key(pair), Step((made,), {}))
            progress.step(f"compared {_name(pair)}", done, len(todo))
        graphs = tuple(found[keys] for keys in sorted(found))
        StepCache(self._shelf, "pairs").keep(self._whole(), Step(graphs, {}))
        return list(graphs)

    def _pairs(self, store: Path) -> list[tuple[ListState, ListState]]:
        wanted = [
            state
            for state in states_of(OxigraphStore.read_only(store), _LAST)
            if state.completeness is not Completeness.NAMED
            and (self._lists == ALL or state.key in self._lists)
        ]
        return list(combinations(sorted(wanted, key=lambda state: state.key), 2))

    def _whole(self) -> str:
        sets = sorted(file for file in set_file("aa", "bb").parent.glob("*.sssom.tsv"))
        told = (self._code, *sorted(self._lists), *self._graphs, *map(_digest, sets))
        return sha256("\n".join(told).encode()).hexdigest()

    def _key(self, pair: tuple[ListState, ListState]) -> str:
        of = tuple(
            f"{GRAPH}{kind}/{one.text_key}/" for one in pair for kind in ("source", "wording")
        )
        ours = (*of, f"{GRAPH}curated/lists/", f"{GRAPH}curated/list-updates/")
        graphs = [iri for iri in self._graphs if iri.startswith(ours)]
        states = (one.iri for one in pair)
        told = (self._code, *states, *graphs, _digest(set_file(*_keys(pair))))
        return sha256("\n".join(told).encode()).hexdigest()


def _run(
    pairs: Sequence[tuple[ListState, ListState]], store: Path, shelf: Shelf
) -> Iterator[tuple[tuple[ListState, ListState], Made]]:
    """Yield the graph of each pair; two of the same list follow each other, so that a process makes few lists ready."""
    if not pairs:
        return
    workers = min(os.cpu_count() or 1, len(pairs))
    with ProcessPoolExecutor(
        workers, get_context("spawn"), initializer=_begin, initargs=(os.getpid(), store, shelf.home)
    ) as pool:
        yield from zip(pairs, pool.map(_derive, pairs, chunksize=4), strict=True)


_opened: list[tuple[OxigraphStore, Shelf]] = []


def _begin(parent: int, store: Path, home: Path) -> None:
    end_with(parent)
    _opened.append((OxigraphStore.read_only(store), Shelf(home)))


def _derive(pair: tuple[ListState, ListState]) -> Made:
    store, shelf = _opened[0]
    return derive_pair(store, pair, shelf)


def derive_pair(store: OxigraphStore, pair: tuple[ListState, ListState], shelf: Shelf) -> Made:
    """Derive one pair and write its graph."""
    quads = emit_pair(store, *pair, graph=META, said=read_set(*_keys(pair)))
    iri, file = write_graph("derived", _name(pair), quads, shelf)
    return Made(iri, "DerivedGraph", file)


def _keys(pair: tuple[ListState, ListState]) -> tuple[str, str]:
    return pair[0].key, pair[1].key


def _name(pair: tuple[ListState, ListState]) -> str:
    return "--".join(_keys(pair))


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
