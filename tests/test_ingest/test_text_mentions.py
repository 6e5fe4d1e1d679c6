import pytest

from graph.model.reference import Reference, ReferenceKind
from ingest.text.mentions import find_mentions

CONTROLS, SEE, PROVISION = ReferenceKind.CONTROLS, ReferenceKind.SEE_ALSO, ReferenceKind.PROVISION
KNOWN = {"3A801", "3A801.a", "3A801.a.5.a", "3A802", "9A801.i"}


def mentions(text: str, where: str = "3A809") -> tuple[Reference, ...]:
    return find_mentions(text, where=where, list_key="zz-list", known=KNOWN)


CODES = [
    ("Pumps specified in 3A801.a.5.a.", "3A801.a.5.a", "3A801.a.5.a", CONTROLS),
    ("see 9A801i.", "9A801i", "9A801.i", SEE),
    ("SEE ALSO 3A802.", "3A802", "3A802", SEE),
    ("Pumps (see 3A803) specified in 3A802;", "3A802", "3A802", CONTROLS),
    ("See the Guide. Pumps specified in 3A802", "3A802", "3A802", CONTROLS),
    ("3A801.a..5.a is meant", "3A801.a..5.a", "3A801.a.5.a", CONTROLS),
]


@pytest.mark.parametrize(("text", "written", "target", "kind"), CODES)
def test_a_code_is_found_as_printed_with_its_regular_notation(
    text: str, written: str, target: str, kind: ReferenceKind
) -> None:
    found = Reference(
        where="3A809",
        as_written=written,
        target_list="zz-list",
        target=target,
        kind=kind,
        resolved=True,
    )
    assert found in mentions(text)


def test_a_position_that_does_not_exist_is_kept_unresolved() -> None:
    assert [(found.target, found.resolved) for found in mentions("as in 3A801.z.9.")] == [
        ("3A801.z.9", False)
    ]


def test_a_nota_bene_points_elsewhere_whatever_its_words() -> None:
    assert [found.kind for found in mentions("3A802 applies.", where="3A801.nb.1")] == [SEE]


def test_self_mentions_and_doubles_are_left_out_and_the_rest_is_sorted() -> None:
    found = mentions("3A801.a is not 3A802 nor 3A801 nor 3A802.", where="3A801.a")
    assert [reference.target for reference in found] == ["3A801", "3A802"]


PROVISIONS = [
    ("§ 742.6(a)(7)", ["15 CFR 742.6(a)(7)"]),
    ("§§ 742.4 and 742.6(b)", ["15 CFR 742.4", "15 CFR 742.6(b)"]),
    ("22 CFR 121.1", ["22 CFR 121.1"]),
    ("22 CFR § 121.1", ["22 CFR 121.1"]),
    ("ITAR § 121.15", ["22 CFR 121.15"]),
    ("10 CFR part 110", ["10 CFR part 110"]),
    ("22 CFR Parts 120-130", ["22 CFR parts 120 through 130"]),
    ("part 744 of the EAR", ["15 CFR part 744"]),
    ("Supplement No.1 to part 740", ["15 CFR part 740, Supplement No. 1"]),
    ("part 5 of the pump", []),
]


@pytest.mark.parametrize(("text", "targets"), PROVISIONS)
def test_a_provision_is_cited_in_full_and_belongs_to_no_list(text: str, targets: list[str]) -> None:
    found = mentions(f"It is so under {text}.")
    assert sorted(reference.target for reference in found) == targets
    assert {(reference.kind, reference.target_list) for reference in found} <= {(PROVISION, "")}


@pytest.mark.parametrize("text", ["", "13A801", "3A80", "3F801", "CAS 676-99-3"])
def test_other_numbers_are_no_mentions(text: str) -> None:
    assert mentions(text) == ()
