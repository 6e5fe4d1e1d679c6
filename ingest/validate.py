"""Every graph without wording against the shapes, before it is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.errors import BadDataFile
from graph.ids import GRAPH, META, Item, list_iri
from graph.release import Shelf
from graph.vocabulary import BROADER, cty
from ingest.checks.shapes import check_shapes
from ingest.curated.jurisdictions import emit_jurisdictions

_AFFECTS, _TEXT_OF = (f"<{cty(name)}>" for name in ("affects", "textOf"))
"""What links our own data to the resources of lists."""


def check_derived(shelf: Shelf, graphs: Mapping[str, str]) -> None:
    """Validate what was derived against the shapes.

    Raises:
        ShapeViolation: with the number of violations and the first of them.
    """
    files = sorted(file for file in graphs.values() if file.startswith("derived-"))
    texts = [(shelf.graphs / file).read_text(encoding="utf-8") for file in files]
    check_shapes("".join(texts), name="mappings and gaps")


def check_list(key: str, files: Iterable[Path]) -> None:
    """Validate the facts of one list against the shapes.

    Raises:
        ShapeViolation: with the number of violations and the first of them.
    """
    texts = [path.read_text(encoding="utf-8") for path in files]
    jurisdictions = (f"{quad.triple}\n" for quad in emit_jurisdictions(META))
    check_shapes("".join([*texts, *jurisdictions]), name=key)


def check_curated(shelf: Shelf, graphs: Mapping[str, str]) -> None:
    """Validate our own data against the shapes, with what it says of the resources of lists that it names.

    Raises:
        BadDataFile: a list adopts the text of a state that is not held.
        ShapeViolation: with the number of violations and the first of them.
    """
    files = {
        kind: [f for f in graphs.values() if f.startswith(f"{kind}-")]
        for kind in ("curated", "source")
    }
    texts = [(shelf.graphs / file).read_text(encoding="utf-8") for file in files["curated"]]
    told = [line.split(" ") for text in texts for line in text.splitlines()]
    named = {words[2] for words in told if words[1] == _AFFECTS}
    adopted = {words[2] for words in told if words[1] == _TEXT_OF}
    named |= {f"<{list_iri(Item.of(resource.strip('<>')).list)}>" for resource in named}
    for file in files["source"]:
        with (shelf.graphs / file).open(encoding="utf-8") as lines:
            for line in lines:
                subject = line.split(" ", 1)[0]
                adopted.discard(subject)
                if subject in named and BROADER not in line:
                    texts.append(line)
    if adopted:
        raise BadDataFile("data/lists", "relation.state", f"not held: {', '.join(sorted(adopted))}")
    check_shapes("".join(texts), name="curated data")


def check_graphs(shelf: Shelf, graphs: Mapping[str, str]) -> None:
    """Validate every graph without wording against the shapes: list by list, then our own data.

    Raises:
        ShapeViolation: with the number of violations and the first of them.
    """
    lists: dict[str, list[Path]] = {}
    for iri, file in graphs.items():
        if file.startswith("source-"):
            lists.setdefault(iri.removeprefix(f"{GRAPH}source/").rpartition("/")[0], []).append(
                shelf.graphs / file
            )
    for key, files in sorted(lists.items()):
        check_list(key, files)
    check_curated(shelf, graphs)
    check_derived(shelf, graphs)
