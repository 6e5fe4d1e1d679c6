"""Our own data: complete, cited, and refused with file and place where it is not."""

from pathlib import Path

import pytest

from graph.errors import BadDataFile, IncompleteCitation
from ingest.curated import shipped
from ingest.curated.jurisdictions import emit_jurisdictions
from ingest.curated.list_updates import emit_list_updates
from ingest.source import SOURCES, read_source

GOOD = """list: zz-list
updates:
  - {id: gaz/7, effective: 2026-08-13, published: 2026-08-14, entries: [9A012], citation: Zz Gazette 7,
     cite: {kind: excerpt, act: Zz Gazette 7, at: s 1, source: S07, retrieved: 2026-11-22}}
"""


def test_what_is_shipped_can_be_read() -> None:
    assert len({quad.subject for quad in emit_jurisdictions("urn:g")}) == 16
    assert len({quad.subject for quad in emit_list_updates("urn:g")}) == 4
    assert len(list((shipped("data") / "list_updates").glob("*.yml"))) == 2


def test_every_source_names_its_document_and_expects_its_counts() -> None:
    sources = [read_source(path) for path in sorted(SOURCES.glob("*/source*.yml"))]
    assert {"eu-annex-i", "us-ccl", "wa-du", "us-usml", "in-scomet"} <= {s.key for s in sources}
    assert all(len(s.sha256) == 64 for s in sources)
    assert all(s.expect.get("entries", 0) > 10 for s in sources if not s.translation)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("updates:", "updates: [", "YAML"),
        ("effective: 2026-08-13", "effective: soon", "effective"),
        ("citation: Zz", "colour: Zz", "citation"),
        ("kind: excerpt", "kind: rumour", "rumour"),
        ("list: zz-list", "list: yy-list", "yy-list"),
        (", source: S07", "", "source number"),
        ("at: s 1", "place: s 1", "cite"),
    ],
)
def test_a_bad_row_is_named_with_its_file_and_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    (tmp_path / "zz-list.yml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises((BadDataFile, IncompleteCitation)) as caught:
        list(emit_list_updates("urn:g", tmp_path))
    assert said in str(caught.value)


def test_a_good_row_is_read(tmp_path: Path) -> None:
    (tmp_path / "zz-list.yml").write_text(GOOD, encoding="utf-8")
    quads = list(emit_list_updates("urn:g", tmp_path))
    assert any(quad.object.endswith("/zz-list/9A012") for quad in quads)


@pytest.mark.parametrize("text", ["", "key: us-ccl", "key: [1]\nname: x", "\xff"])
def test_a_bad_source_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "source.yml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(BadDataFile) as caught:
        read_source(path)
    assert str(path) in str(caught.value)
