"""What a sentence of an act does: rules of a language over its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language

from graph.model.passage import Passage
from graph.model.sentence import Deontic, Sentence

_MODELS = {"ja": "xx", "zh-Hant": "xx", "zh": "xx", "ko": "xx", "no": "nb"}
_STOPS = {"ja": ["。"], "zh-Hant": ["。"], "zh": ["。"]}
_ABBREVIATED = re.compile(
    r"(?:\b(?:No|Nos|Supp|Art|Arts|Sec|Nr|Abs|Bst|Ziff|para|paras|cf|e\.g|i\.e|et seq|vgl|bzw|z\.B)\.|\(\w{1,4}\.?)$"
)

_BRACKETED = re.compile(r"（[^（）]*）")

#: Language to (kind, pattern), the first that is found counts: an exemption or a prohibition also holds "may" or "shall".
_RULES: dict[str, tuple[tuple[Deontic, re.Pattern[str]], ...]] = {
    "en": tuple(
        (kind, re.compile(pattern, re.IGNORECASE))
        for kind, pattern in (
            (Deontic.DEFINITION, r"^\W*(?:\(\w+\)\W*)?[“\"‘']?[^.;:]{1,80}[”\"’']?,? (?:means?|has the (?:same )?meaning|have the (?:same )?meanings?|is defined (?:as|in)|shall mean)\b|^\W*[“\"‘'][^”\"’']{1,60}[”\"’'],? (?:includes?|refers to)\b|\bmeanings? (?:given|assigned) (?:to|in|by)\b|\bfor the purposes? of this .{1,60}\b(?:means?|is|are)\b.*[“\"]|^In this (?:Act|Part|section|Regulation|Order)\b[^.]{0,40}[—:–-]?$|the following definitions (?:shall )?apply"),
            (Deontic.INSTRUCTION, r"\b(?:is|are) (?:amended|repealed|replaced|deleted|inserted|substituted|revoked)\b|\bshall (?:enter|come) into force\b|\bcomes? into force\b|\bmay be cited as\b|^\W*(?:See|Note|Refer)\b|\bis to be (?:read|construed)\b|\bshall be (?:binding|construed|read)\b|\bis reserved\b"),
            (Deontic.EXEMPTION, r"\b(?:no (?:authori[sz]ation|licen[cs]e|permit) (?:is|shall be) (?:required|needed)|(?:do|does|shall|did) not apply\b|is exempt|are exempt|exempted? from|is not (?:required|subject)|are not (?:required|subject)|need not|(?:do|does) not (?:require|need)|excluded from|is excluded|are excluded|no requirement|not (?:prohibit|prevent))"),
            (Deontic.PROHIBITION, r"\b(?:no person|no one|nobody|no (?:exporter|broker|supplier|item|individual)s?\b[^.]{0,60}\b(?:shall|may|can))\b|\b(?:shall|may|must|can) ?not\b|\b(?:is|are|shall be) prohibited\b|\bmay no(?:t)?\b|\bunlawful\b|\bunless authori[sz]ed\b|\b(?:you|person|exporter) cannot\b|\bcommits? an offence\b|\bis guilty of\b"),
            (Deontic.OBLIGATION, r"\b(?:shall|must|(?:is|are) required\b|requires? (?:a|an|that|the)\b|(?:a|an) (?:licen[cs]e|authori[sz]ation|permit) is required|(?:is|are) obliged|has to|have to|(?:is|are) to (?:be|provide|submit|keep|notify)|is responsible for|is liable|are liable|subject to (?:a|the) licen[cs]e requirements?|you will need)\b"),
            (Deontic.PERMISSION, r"\b(?:may|(?:is|are) (?:authori[sz]ed|permitted|entitled|eligible|allowed)|can\b|has the (?:power|right))\b"),
        )
    ),
    "de": tuple(
        (kind, re.compile(pattern))
        for kind, pattern in (
            (Deontic.DEFINITION, r"^\W*[A-ZÄÖÜ][^.]{0,120}\bim Sinne (?:dieser|dieses|des|der)\b[^,]{0,80}\b(?:ist|sind|gilt|gelten|gelten als)\b|\bBegriffsbestimmung|^\W*(?:Als|Im Sinne)\b.*\b(?:gilt|gelten|bedeutet|bedeuten)\b|\bbedeute[nt]\b"),
            (Deontic.INSTRUCTION, r"\btritt\b.*\bin Kraft\b|\btreten\b.*\b(?:in|außer) Kraft\b|\bwird (?:wie folgt )?geändert\b|\b(?:gilt|gelten|ist|sind|findet|finden)\b[^.]{0,80}\b(?:entsprechend|sinngemäß|Anwendung)\b|\baufgehoben\b"),
            (Deontic.EXEMPTION, r"\b(?:gilt|gelten) nicht\b|\b(?:bedarf|bedürfen) (?:es )?kein|\bkeine[rn]? Genehmigung\b|\bausgenommen\b|\bbefreit\b|\bnicht genehmigungspflichtig\b|\bnicht anzuwenden\b|\bentfällt\b|\bBewilligungspflicht\b.*\b(?:ausgenommen|nicht)\b|\bkeine Bewilligung\b"),
            (Deontic.PROHIBITION, r"\bverboten\b|\b(?:darf|dürfen|kann|können) (?:[^.]{0,60} )?nicht\b|\buntersagt\b|\bunzulässig\b|\bVerbot\b|\bnicht (?:erteilt|gestattet)\b|\bwird bestraft\b|\bmit (?:Freiheitsstrafe|Gefängnis|Busse|Geldbuße)|\bOrdnungswidrig\b|\bordnungswidrig\b"),
            (Deontic.OBLIGATION, r"\b(?:muss|müssen|hat|haben|ist|sind)\b.*\bzu \w+en\b|\b(?:muss|müssen)\b|\b(?:bedarf|bedürfen)\b|\bist verpflichtet\b|\bsind verpflichtet\b|\bpflichtig\b|\bgenehmigungspflichtig\b|\bbraucht eine Bewilligung\b|\b\w+zu\w+en\b.*\b(?:hat|haben|ist|sind)\b"),
            (Deontic.PERMISSION, r"\b(?:kann|können|darf|dürfen|ist (?:zulässig|berechtigt|ermächtigt)|wird ermächtigt|sind (?:zulässig|berechtigt))\b"),
        )
    ),
    "ja": tuple(
        (kind, re.compile(pattern))
        for kind, pattern in (
            (Deontic.DEFINITION, r"とは、|をいう。?$|の意義は"),
            (Deontic.EXEMPTION, r"この限りでない|適用しない|要しない|除く。$"),
            (Deontic.PROHIBITION, r"してはならない|ならない者|てはならず|禁止する|罰金に処する|懲役|拘禁刑"),
            (Deontic.INSTRUCTION, r"施行する|施行の日|準用する|廃止する|読み替える|例による|改正"),
            (Deontic.OBLIGATION, r"なければならない|ならない。|ものとする|義務を負う|受けなければ"),
            (Deontic.PERMISSION, r"ことができる。?$|できる。$"),
        )
    ),
}  # fmt: skip


def sentences_of(where: str, passages: Sequence[Passage], language: str) -> Iterator[Sentence]:
    """Yield the sentences of a provision whose kind its words show.

    Args:
        where: Path of the provision.
        passages: Its own words.
        language: BCP 47; of a language without rules nothing is read.
    """
    rules = _RULES.get(language.partition("-")[0])
    if rules is None:
        return
    number = 0
    for passage in passages:
        for start, end in _spans(passage.wording or "", language):
            number += 1
            text = _plain((passage.wording or "")[start:end])
            kind = next((kind for kind, pattern in rules if pattern.search(text)), None)
            if kind is not None:
                yield Sentence(
                    where=where,
                    index=number,
                    kind=kind,
                    start=passage.start + start,
                    end=passage.start + end,
                )


def _plain(text: str) -> str:
    """Return a sentence without full-width brackets; a fragment of a list, in small letters, says nothing by itself."""
    while (shorter := _BRACKETED.sub("", text)) != text:
        text = shorter
    return "" if text.lstrip()[:1].islower() else text


def _spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence; an abbreviation ends none."""
    begin = 0
    for sentence in _pipeline(language)(text).sents:
        end = sentence.end_char
        if _ABBREVIATED.search(text[begin:end].rstrip()) and end < len(text):
            continue
        if text[begin:end].strip():
            yield begin, end
        begin = end
    if text[begin:].strip():
        yield begin, len(text)


@cache
def _pipeline(language: str) -> Language:
    pipeline = spacy.blank(_MODELS.get(language, language.partition("-")[0]))
    stops = _STOPS.get(language)
    pipeline.add_pipe("sentencizer", config={"punct_chars": stops} if stops else {})
    pipeline.max_length = 5_000_000
    return pipeline
