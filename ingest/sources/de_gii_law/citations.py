"""What the words of a German act name: its own sections, paragraphs and numbers, and other acts that are held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.law.assemble import Citation, Unit

LEVELS = ("section", "paragraph", "number", "letter")

_N = r"\d+[a-z]?"
_TOKEN = re.compile(
    r"(?:\b(?:Nummern?|Unternummern?|Position) |[IVX]+\. Nummern? |\bTeil )(?P<elsewhere>\d{1,2}[A-E]\d\w*|\d{4}\w?|[A-Z]\b|(?<=\. Nummer )\d+|(?<=\. Nummern )\d+)"
    rf"|§§? ?(?P<section>{_N})(?!\w)|(?:Absatz|Absatzes|Absätze|Absätzen|Abs\.) (?P<paragraph>{_N})(?![\w/])"
    rf"|(?:Satz|Satzes|Sätze|Halbsatz|Alternative|Unterabsatz|Variante) (?P<sentence>\d+)|(?:Nummer|Nummern|(?<!I )(?<!\d{{4}} )Nr\.) (?P<number>{_N})(?![\w/])"
    r"|(?:Buchstabe|Buchstaben) (?P<letter>[a-z])(?!\w)|(?:Artikel|Artikels|Artikeln|Art\.|Kapitel|Abschnitt|Unterabschnitt|Anhang) (?P<foreign>\w+)"
    rf"|(?<=[ ,])(?P<bare>{_N}|[a-h])(?=,| und | oder | bis | Nummer|\.$| Buchstabe| Satz| genannt| bezeichnet|\)|$| des | der | oder$)"
)
_LINK = re.compile(
    r"(?:[ ,]|und|oder|bis|sowie|auch|jeweils|in Verbindung mit|entweder|nach|des|den|dem|entsprechend)*"
)
_FOREIGN = re.compile(
    r"(?: (?:erster|zweiter) Halbsatz)?,? (?:des|der|zum|zur|dem) (?!dieses\b|dieser\b)(?:(?:Bürgerlichen|Fünften|Zehnten) )?(?P<act>[A-ZÄÖÜ][\wäöüß-]*(?:gesetz|gesetzes|gesetzbuchs|gesetzbuches|ordnung|verordnung)\b|Gesetzes|[A-Z]+-Gesetzes|Gesetzbuchs|Buches|Verordnung|Verordnungen|Richtlinie|Beschlusses|Beschluss|Vertrag|Vertrages|Übereinkommens|Delegierten|Durchführungsverordnung|Gemeinsamen|AEUV|Anlage|Anhangs)"
)
_ANNEX = re.compile(r"\bAnlage (?P<name>\d+[a-z]?)\b")
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
    found: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def set(self, level: str, value: str) -> None:
        """Go to a place: what is deeper is left."""
        deeper = LEVELS[LEVELS.index(level) :]
        self.path = {name: text for name, text in self.path.items() if name not in deeper}
        self.path[level], self.level = value, level


def read_citations(units: Sequence[Unit], key: str) -> Iterator[Citation]:
    """Yield what each provision names: of its own act, and of the other German acts that are held."""
    known = {unit.notation for unit in units}
    about: dict[str, str] = {}
    for unit in units:
        act = about.get(unit.parent or "", key)
        named = _AGAINST.search(unit.words)
        about[unit.notation] = act if named is None else _HELD.get(named[1] or "", "")
        for chain in _chains(unit.words):
            yield from _said(chain, unit, act, key, known)
        for found in _ANNEX.finditer(unit.words):
            if f"anl/{found['name']}" in known:
                yield Citation(
                    where=unit.notation, as_written=found[0], act=key, target=f"anl/{found['name']}"
                )


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
        chain.end = token.end()
        return
    bare = token["bare"]
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
    chain.found.append((token[0].strip(), dict(chain.path)))


def _closed(chain: Chain, text: str) -> Chain:
    behind = _FOREIGN.match(text, chain.end)
    if behind:
        held = next((act for name, act in _HELD.items() if behind["act"].startswith(name)), "")
        chain.found = [
            (f"{said} {behind['act']}", path | {"act": held}) for said, path in chain.found if held
        ]
    return chain


def _said(chain: Chain, unit: Unit, act: str, key: str, known: set[str]) -> Iterator[Citation]:
    for said, path in chain.found:
        steps = [path[level] for level in LEVELS if level in path]
        if "section" in path:
            target, of = "/".join(steps), path.get("act", act)
        elif "act" in path:
            continue
        else:
            target, of = _relative(unit.notation, path, steps, known), key
        if of:
            yield Citation(where=unit.notation, as_written=said, act=of, target=target)


def _relative(where: str, path: dict[str, str], steps: list[str], known: set[str]) -> str:
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
