"""What every dated thing of a list version says: its days, and which words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model import passage
from graph.model.control_list import ControlListVersion
from graph.model.passage import Passage
from graph.model.quad import Quad
from graph.vocabulary import cty
from ingest.emit.statements import Pen


def dates(version: ControlListVersion, pen: Pen) -> Iterator[Quad]:
    """Yield the days for which the text speaks."""
    yield from pen.value(cty("validOn"), version.valid_on)
    yield from pen.value(cty("validFrom"), version.valid_from)
    yield from pen.value(cty("validTo"), version.valid_to)
    yield from pen.code("evidenceWindow", "EvidenceWindow", version.window)


def pinpoints(passages: Iterable[Passage | None], pen: Pen) -> Iterator[Quad]:
    """Yield the hash of some words and where they stand in the canonical text of the document."""
    found = [part for part in passages if part is not None]
    if found:
        yield from pen.value(cty("wordingHash"), joined_digest(found))
        spans = " ".join(f"{part.start}-{part.end}" for part in found)
        yield from pen.value(cty("textSpan"), spans)


def joined_digest(passages: Iterable[Passage]) -> str:
    """Return one hash for words in several places; of one passage, its own."""
    digests = [part.digest for part in passages]
    return digests[0] if len(digests) == 1 else passage.digest("\t".join(digests))
