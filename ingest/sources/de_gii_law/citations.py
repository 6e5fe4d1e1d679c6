"""What the words of a German act name: its own sections, paragraphs and numbers, and other acts that are held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model.paragraph import ParagraphKind
from ingest.law.assemble import Citation, Unit
from ingest.sources.de_gii_law.positions import positions

Places = Mapping[str, str | None]
"""Path to what it is a step of, in document order; ``None`` for sections, annexes and headings."""

LEVELS = ("section", "paragraph", "number", "letter")

_N = r"\d+[a-z]?"
_UNITS = "Prozent|Millionen|Euro|Jahr|Monat|Woche|Tag|Werktag|Kalendertag|Stunde|Kilogramm|Stück"
_TOKEN = re.compile(
    r"(?:\b(?:Nummern?|Unternummern?|Position) |[IVX]+\. Nummern? |\bTeil )(?P<elsewhere>\d{1,2}[A-E]\d\w*|\d{4}\w?|[A-Z]\b|(?<=\. Nummer )\d+|(?<=\. Nummern )\d+)"
    rf"|§§? ?(?P<section>{_N})(?!\w)|(?:Absatz|Absatzes|Absätze|Absätzen|Abs\.) (?P<paragraph>{_N})(?![\w/])"
    rf"|(?:Satz|Satzes|Sätze|Halbsatz|Alternative|Unterabsatz|Variante) (?P<sentence>\d+)|(?:Nummer|Nummern|(?<!I )(?<!\d{{4}} )Nr\.) (?P<number>{_N})(?![\w/])"
    r"|(?:Buchstabe|Buchstaben) (?P<letter>[a-z])(?!\w)|(?:Artikel|Artikels|Artikeln|Art\.|Kapitel|Abschnitt|Unterabschnitt|Anhang) (?P<foreign>\w+)"
    rf"|\b(?:und|oder|bis|sowie) (?P<joined>{_N}|[a-h])(?![\w/.])(?! (?:\d\d\b|{_UNITS}))"
    rf"|(?<=[ ,])(?P<bare>{_N}|[a-h])(?=,| und | oder | bis | Nummer| Absatz|\.$| Buchstabe| Satz| genannt| bezeichnet|\)|$| des | der | oder$)"
)
_LINK = re.compile(
    r"(?:[ ,]|und|oder|bis|sowie|auch|jeweils|in Verbindung mit|entweder|nach|des|dessen|deren|den|dem|der|entsprechend)*"
)
_FOREIGN = re.compile(
    r"(?: (?:erster|zweiter) Halbsatz)?,? (?:des|der|zum|zur|dem) (?!dieses\b|dieser\b)(?:(?:Bürgerlichen|Fünften|Zehnten) )?(?P<act>[A-ZÄÖÜ][\wäöüß-]*(?:gesetz|gesetzes|gesetzbuchs|gesetzbuches|ordnung|verordnung)\b|Gesetzes|[A-Z]+-Gesetzes|Gesetzbuchs|Buches|Verordnung|Verordnungen|Richtlinie|Beschlusses|Beschluss|Vertrag|Vertrages|Übereinkommens|Delegierten|Durchführungsverordnung|Gemeinsamen|AEUV|Anlage|Anhangs)"
)
_ANNEX = re.compile(
    r"\bAnlagen? (?P<run>\d+[a-z]?(?:(?:, | und | oder | bis )\d+[a-z]?)*)\b(?! zu[mr] (?!Außenwirtschaftsverordnung|dieser)| des | der Verordnung)"
)
_ANNEX_NAME = re.compile(r"(?P<joint>bis )?(?P<name>\d+[a-z]?)")
_BEFORE = re.compile(r"^(?:und|oder|bis|sowie) ")
_ONLY_ANNEX = re.compile(r"\bAnlage zu diesem Gesetz\b|\bKriegswaffenliste\b")
_HELD = {"Außenwirtschaftsgesetz": "de/awg", "Außenwirtschaftsverordnung": "de/awv"}
#: A lead-in that names the act whose sections the points below it cite.
_AGAINST = re.compile(r"\bgegen (?:die|das) (?:(Außenwirtschaftsverordnung|Außenwirtschaftsgesetz)\b|(?:Durchführungs)?[Vv]erordnung \()")  # fmt: skip


@dataclass(slots=True)
class Chain:
    """Mentions that follow each other with nothing but links between."""

    path: dict[str, str] = field(default_factory=dict)
    level: str = ""
    end: int = -1
    is_foreign: bool = False
    in_sentence: bool = False
    """The last word was a sentence: "Satz 2 und 3" names no paragraph 3."""

    found: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ranged: set[int] = field(default_factory=set)
    """Places in ``found`` that close a range: "1 bis 6"."""

    def set(self, level: str, value: str) -> None:
        """Go to a place: what is deeper is left."""
        deeper = LEVELS[LEVELS.index(level) :]
        self.path = {name: text for name, text in self.path.items() if name not in deeper}
        self.path[level], self.level = value, level


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names: of its own act, and of the other German acts that are held."""
    headings = {unit.notation for unit in units if unit.kind is ParagraphKind.HEADING}
    known = {unit.notation: None if unit.parent in headings else unit.parent for unit in units}
    about: dict[str, str] = {}
    for unit in units:
        act = about.get(unit.parent or "", key)
        named = _AGAINST.search(unit.words)
        about[unit.notation] = act if named is None else _HELD.get(named[1] or "", "")
        for chain in _chains(unit.words):
            yield from _said(chain, unit, act, key, known)
        yield from _annexes(unit, key, known)
        for said, control_list, notation in positions(unit.words):
            yield Citation(where=unit.notation, as_written=said, act=control_list, target=notation)


def _annexes(unit: Unit, key: str, known: Places) -> Iterator[Citation]:
    for found in _ANNEX.finditer(unit.words):
        last = ""
        for name in _ANNEX_NAME.finditer(found["run"]):
            target = f"anl/{name['name']}"
            for one in (*between(known, last, target), target) if name["joint"] else (target,):
                if one in known:
                    yield Citation(where=unit.notation, as_written=found[0], act=key, target=one)
            last = target
    if "anl" in known:
        for found in _ONLY_ANNEX.finditer(unit.words):
            yield Citation(where=unit.notation, as_written=found[0], act=key, target="anl")


def _chains(text: str) -> Iterator[Chain]:
    chain = Chain()
    for token in _TOKEN.finditer(text):
        gap = text[chain.end : token.start()] if chain.end >= 0 else None
        if gap is None or not _LINK.fullmatch(gap):
            if chain.end >= 0:
                yield _closed(chain, text)
            chain = Chain()
            gap = None
        _extend(chain, token, gap)
    if chain.end >= 0:
        yield _closed(chain, text)


def _extend(chain: Chain, token: re.Match[str], gap: str | None) -> None:
    """Add a token to a chain: right behind its like it goes deeper, behind a link it begins anew."""
    if token["foreign"] or token["elsewhere"]:
        chain.is_foreign, chain.end = True, token.end()
        return
    if token["sentence"]:
        chain.end, chain.in_sentence = token.end(), True
        return
    bare = token["bare"] or token["joined"]
    if bare is not None and chain.in_sentence and gap is not None:
        chain.end = token.end()
        return
    chain.in_sentence = False
    if bare is not None:
        fits = chain.level and (bare[0].isdigit() != (chain.level == "letter"))
        if gap is None or not fits:
            return
        level, value = chain.level, bare
    else:
        level = next(name for name in LEVELS if token[name])
        value = token[level]
    if level == "section":
        chain.is_foreign = False
    goes_deeper = (
        gap is not None
        and gap.strip() == ""
        and chain.level
        and LEVELS.index(level) > LEVELS.index(chain.level)
    )
    chain.set(level, value)
    chain.end = token.end()
    if chain.is_foreign:
        return
    if goes_deeper and chain.found:
        chain.found.pop()
    if "bis" in f"{gap} {token[0]}".split():
        chain.ranged.add(len(chain.found))
    chain.found.append((_BEFORE.sub("", token[0].strip()), dict(chain.path)))


def _closed(chain: Chain, text: str) -> Chain:
    behind = _FOREIGN.match(text, chain.end)
    if behind:
        held = next((act for name, act in _HELD.items() if behind["act"].startswith(name)), "")
        if held:
            chain.found = [
                (f"{said} {behind['act']}", path | {"act": held}) for said, path in chain.found
            ]
        else:
            chain.found = []
    return chain


def _said(chain: Chain, unit: Unit, act: str, key: str, known: Places) -> Iterator[Citation]:
    last = ""
    for place, (said, path) in enumerate(chain.found):
        steps = [path[level] for level in LEVELS if level in path]
        if "section" in path:
            target, of = "/".join(steps), path.get("act", act)
        elif "act" in path:
            continue
        else:
            target, of = _relative(unit.notation, path, steps, known), key
        if not of:
            continue
        for inside in between(known, last, target) if place in chain.ranged and of == key else ():
            yield Citation(where=unit.notation, as_written=f"bis {said}", act=of, target=inside)
        yield Citation(where=unit.notation, as_written=said, act=of, target=target)
        last = target if of == key else ""


def between(known: Places, first: str, last: str) -> list[str]:
    """Return what stands between two provisions of one level; nothing where they are of two.

    >>> between({"1": None, "2": None, "2/1": "2", "2/2": "2", "3": None}, "1", "3")
    ['2']
    """
    if first not in known or last not in known:
        return []
    level = [
        name
        for name, parent in known.items()
        if parent == known[first] and name.count("/") == first.count("/")
    ]
    return level[level.index(first) + 1 : level.index(last)] if last in level else []


def _relative(where: str, path: dict[str, str], steps: list[str], known: Places) -> str:
    """Return the path of a mention without a section: "Absatz 2" is of the same section, "Nummer 1" of the nearest above."""
    parts = where.split("/")
    section = "/".join(parts[:2]) if parts[0] == "anl" else parts[0]
    if "paragraph" not in path:
        above = where
        while above:
            target = "/".join([above, *steps])
            if target in known and target != where:
                return target
            if above == section:
                break
            above = above.rpartition("/")[0]
    return "/".join([section, *steps])
