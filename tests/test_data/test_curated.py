"""Our own data: complete, cited, and refused with file and place where it is not."""

from hashlib import sha256
from pathlib import Path

import pytest

from graph.errors import BadDataFile, IncompleteCitation
from graph.ids import is_act_key, list_iri
from graph.model.control_list import Completeness
from graph.vocabulary import cty
from ingest.curated import shipped
from ingest.curated.jurisdictions import emit_jurisdictions
from ingest.curated.list_updates import emit_list_updates
from ingest.curated.named_lists import emit_named_lists, named_lists
from ingest.source import SOURCES, read_source

GOOD = """list: zz-list
updates:
  - {id: gaz/7, effective: 2026-08-13, published: 2026-08-14, entries: [9A012], citation: Zz Gazette 7,
     cite: {kind: excerpt, act: Zz Gazette 7, at: s 1, source: S07, retrieved: 2026-11-22}}
"""


def test_what_is_shipped_can_be_read() -> None:
    assert len({quad.subject for quad in emit_jurisdictions("urn:g")}) == 21
    affected = {q.object for q in emit_list_updates("urn:g") if q.predicate == cty("affects")}
    assert {list_iri(key) for key in ("eu-annex-i", "uk-ml", "no-list-i", "ch-gkv-2")} <= affected


def test_every_source_names_its_document_and_expects_its_counts() -> None:
    sources = [read_source(path) for path in sorted(SOURCES.glob("*/source*.yml"))]
    assert {"eu-annex-i", "us-ccl", "wa-du", "us-usml", "in-scomet"} <= {s.key for s in sources}
    assert all(len(s.sha256) == 64 for s in sources)
    lists = [s for s in sources if not s.translation and not is_act_key(s.key)]
    assert all(s.expect.get("entries", 0) > 10 for s in lists)
    assert all(s.expect for s in sources)


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


def test_named_lists_say_what_they_have_of_another_list() -> None:
    told = {one.list: one for one, _ in named_lists()}
    assert told["no-list-ii"].relation.state == "@2021-09-09"
    assert {one.completeness for one in told.values()} == {Completeness.ADOPTED, Completeness.NAMED}
    assert {"ch", "kr", "tw", "fi", "au", "cn", "no"} == {one.jurisdiction for one in told.values()}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: adopts", "kind: numbered like", "completeness"),
        ('state: "@2021-09-09"', 'state: ""', "relation.state"),
        ("list: no-list-ii", "list: no-list-iii", "not the name"),
        ("valid_on: 2021-09-09", "valid_on: sometime", "valid_on"),
    ],
)
def test_a_named_list_that_does_not_fit_is_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    good = (shipped("data") / "lists" / "no-list-ii.yml").read_text(encoding="utf-8")
    (tmp_path / "no-list-ii.yml").write_text(good.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadDataFile, match=said):
        list(emit_named_lists("urn:g", tmp_path))


@pytest.mark.real
def test_named_lists_rest_on_the_documents_that_are_there(documents: Path) -> None:
    for told, _ in named_lists():
        assert sha256((documents / told.document).read_bytes()).hexdigest() == told.sha256
