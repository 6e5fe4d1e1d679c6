"""The words of a list in another language hang on the versions that they translate."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.answers.asof import AsOf, state_of
from graph.answers.entries import entry
from graph.answers.lists import translated
from graph.errors import NotFound
from graph.model import passage
from graph.model.document import ListDocument
from graph.store.oxigraph import OxigraphStore
from ingest.build import graphs_of
from ingest.history import history_of
from ingest.read import ListReading
from ingest.snapshot import read_snapshot, write_snapshot

DAY = date(2026, 6, 24)
THEN = AsOf(DAY, DAY)


@pytest.fixture
def french(invented: ListDocument) -> ListDocument:
    """Two paragraphs of the invented list, and one that it has not."""
    words = {"3A001": ("Bidules :", "Bidules"), "3A001.a": ("Bidules bleus :", "Bidules bleus")}
    paragraphs = [
        replace(p, text=(passage.of(words[p.notation][0], 0),), label=words[p.notation][1])
        for p in invented.paragraphs
        if p.notation in words
    ]
    paragraphs.append(replace(paragraphs[0], notation="3A009"))
    version = replace(invented.version, language="fr", sha256="f" * 64, document="zz/liste.xml")
    return replace(invented, version=version, paragraphs=tuple(paragraphs), notes=())


@pytest.fixture
def bilingual(invented: ListDocument, french: ListDocument) -> OxigraphStore:
    history = history_of([invented], [french])
    store = OxigraphStore.in_memory()
    for number, (_, _, quads) in enumerate(graphs_of(ListReading(history, {}, has_wording=True))):
        store.load(quad._replace(graph=f"urn:zz:{number}") for quad in quads)
    return store


def test_a_position_has_its_words_in_both_languages(bilingual: OxigraphStore) -> None:
    answer = entry(bilingual, "zz-list", "3A001.a", THEN)
    assert answer.position.words.quote == "Blue widgets having all of the following:"
    (other,) = answer.translations
    assert (other.language, other.label, other.words.quote) == (
        "fr", "Bidules bleus", "Bidules bleus :",
    )  # fmt: skip
    assert entry(bilingual, "zz-list", "9A012", THEN).translations == ()


def test_names_are_told_in_the_language_that_is_asked_for(bilingual: OxigraphStore) -> None:
    state = state_of(bilingual, "zz-list", THEN)
    assert {n: label for n, (label, _) in translated(bilingual, state, "fr").items()} == {
        "3A001": "Bidules", "3A001.a": "Bidules bleus",
    }  # fmt: skip
    with pytest.raises(NotFound, match="de"):
        translated(bilingual, state, "de")


def test_the_snapshot_keeps_translations_apart(
    invented: ListDocument, french: ListDocument, tmp_path: Path
) -> None:
    write_snapshot(history_of([invented], [french]), tmp_path)
    assert (tmp_path / "zz-list" / "fr.cat3.jsonl").is_file()
    back = read_snapshot(tmp_path, "zz-list")
    assert [d.version.language for d in back.translations] == ["fr"]
    assert len(back.translations[0].paragraphs) == 3
    assert len(back.editions) == 1
