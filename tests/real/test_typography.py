"""15 CFR 744 at three dates: hundreds of blocks printed otherwise, not one amended."""

import gzip
from pathlib import Path

import pytest
from lxml import etree

from graph.typographic import typographic

pytestmark = pytest.mark.real

DAYS = ("2026-03-25", "2026-07-18", "2026-07-23")


def blocks(documents: Path, day: str) -> list[str]:
    raw = gzip.decompress((documents / f"us/ecfr_xml/15cfr744_retrieved-{day}.xml.gz").read_bytes())
    root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    found = root.iter("P", "HEAD", "TD", "TH", "HED", "PSPACE", "FP", "LI")
    return [" ".join("".join(map(str, block.itertext())).split()) for block in found]


@pytest.mark.parametrize(("before", "after", "printed"), [(*DAYS[:2], 174), (*DAYS[1:], 294)])
def test_other_punctuation_is_no_amendment(
    documents: Path, before: str, after: str, printed: int
) -> None:
    pairs = list(zip(blocks(documents, before), blocks(documents, after), strict=True))
    differing = [(one, other) for one, other in pairs if one != other]
    assert len(differing) >= printed // 2
    assert [pair for pair in differing if typographic(pair[0]) != typographic(pair[1])] == []
    assert len(pairs) > 10_000
