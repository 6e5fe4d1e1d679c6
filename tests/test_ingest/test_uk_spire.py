"""Open licences of SPIRE, on a small answer in its format."""

import pytest

from graph.errors import UnknownValue, UnreadableDocument, UnreadFields
from ingest.curated.open_licences import Names, rows_of
from ingest.sources.uk_spire.parse import OpenLicence, parse

LICENCE = """<answer><OGL_TYPE>
 <OGEL_TYPE_REF>ZZ1</OGEL_TYPE_REF><NAME>Carts</NAME><DESCRIPTION>x</DESCRIPTION>
 <CONDITIONS_LIST><CONDITION>
  <RATINGS_LIST>
   <RATING><RATING_NAME>ML6a1</RATING_NAME><CONDITIONAL_RATING>true</CONDITIONAL_RATING></RATING>
   <RATING><RATING_NAME>ML99</RATING_NAME><CONDITIONAL_RATING>false</CONDITIONAL_RATING></RATING>
  </RATINGS_LIST>
  <SECONDARY_RATINGS_LIST/>
  <EXCLUDED_RATINGS_LIST><RATING><RATING_NAME>3A001a</RATING_NAME></RATING></EXCLUDED_RATINGS_LIST>
  <DEST_COUNTRY_INCLUDE_LIST/>
  <DEST_COUNTRY_EXCLUDE_LIST>
   <COUNTRY><COUNTRY_NAME>Norway</COUNTRY_NAME></COUNTRY><COUNTRY><COUNTRY_NAME>Shelf</COUNTRY_NAME></COUNTRY>
  </DEST_COUNTRY_EXCLUDE_LIST>
  <END_USER_TYPE_LIST><END_USER_TYPE>GOV</END_USER_TYPE></END_USER_TYPE_LIST>
  <CONDITION_NO>1</CONDITION_NO><SELECTED>true</SELECTED>
  <LICENCE_CONDITION_LIST><LICENCE_CONDITION>
   <LICENCE_CONDITION_ID>19</LICENCE_CONDITION_ID><LICENCE_CONDITION_NUMBER>4</LICENCE_CONDITION_NUMBER>
   <CONDITION_TEXT>Does a <b>bar</b>
     apply?</CONDITION_TEXT>
   <LICENCE_CONDITION_ANSWER_LIST>
    <ANSWER><ANSWER_RESPONSE>Yes</ANSWER_RESPONSE><MEETS_CONDITION>N</MEETS_CONDITION></ANSWER>
    <ANSWER><ANSWER_RESPONSE>No</ANSWER_RESPONSE><MEETS_CONDITION>Y</MEETS_CONDITION></ANSWER>
   </LICENCE_CONDITION_ANSWER_LIST>
  </LICENCE_CONDITION></LICENCE_CONDITION_LIST>
 </CONDITION></CONDITIONS_LIST>
 <RATING_CONDITIONS><RATING_CONDITION><RATING>ML6a</RATING><CONDITION_TEXT>Wooden</CONDITION_TEXT></RATING_CONDITION></RATING_CONDITIONS>
 <OGL_ACTIVITY>TECH</OGL_ACTIVITY><LINK_TO_OGL>x</LINK_TO_OGL>
 <!--<OGL_RANKING>41</OGL_RANKING>--><OGL_RANKING>1</OGL_RANKING>
</OGL_TYPE></answer>"""
NAMES = Names(
    destinations={"Norway": "NO"},
    no_code={"Shelf"},
    notations={"uk-ml": {"ML6.a.1"}, "uk-dual-use": {"3A001.a"}},
)


def read(old: str = "", new: str = "") -> OpenLicence:
    assert old in LICENCE
    (licence,) = parse(LICENCE.replace(old, new).encode(), "zz.xml")
    return licence


def test_a_scope_is_a_rule_whose_exclusions_are_taken_out() -> None:
    (rule,) = rows_of([read()], NAMES)["rules"]
    assert rule["item_terms"] == "set:gb/ZZ1-1 -uk-dual-use:3A001.a"
    assert rule["destination_terms"] == "* -NO"
    assert (rule["activity"], rule["end_users"], rule["questions"]) == ("tech", "GOV", "gb/ZZ1-4")
    assert "1 sea areas and islands without a code" in rule["note"]


def test_the_ranking_is_the_published_one_and_not_the_one_that_testers_put_in() -> None:
    assert read().ranking == 41
    assert read("<!--<OGL_RANKING>41</OGL_RANKING>-->").ranking == 1


def test_ratings_keep_their_print_and_say_whether_the_list_at_hand_has_them() -> None:
    members = rows_of([read()], NAMES)["item_sets"]
    assert [(m["printed"], m["item"], m["mode"], m["resolved"]) for m in members] == [
        ("ML6a1", "uk-ml:ML6.a.1", "part", "yes"), ("ML99", "uk-ml:ML99", "whole", "no"),
    ]  # fmt: skip
    assert members[0]["digest"]  # what stands above holds for what stands below
    assert not members[1]["digest"]


def test_a_condition_keeps_number_id_and_digest_but_no_words() -> None:
    (question,) = rows_of([read()], NAMES)["questions"]
    assert (question["condition_number"], question["condition_id"], question["meets"]) == (
        "4",
        "19",
        "no",
    )
    assert (
        question["digest"]
        == rows_of([read("<b>bar</b>\n     apply", "bar apply")], NAMES)["questions"][0]["digest"]
    )
    assert "bar" not in "".join(question.values())


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("<SECONDARY_RATINGS_LIST/>", "<SECONDARY_RATINGS_LIST><R/></SECONDARY_RATINGS_LIST>", UnreadFields),
        ("<SELECTED>true</SELECTED>", "<SELECTED>true</SELECTED><VALUE_LIMIT>5</VALUE_LIMIT>", UnreadFields),
        ("<END_USER_TYPE>GOV", "<END_USER_TYPE>WHO", UnknownValue),
        ("<OGL_ACTIVITY>TECH", "<OGL_ACTIVITY>FISH", UnknownValue),
        (">false<", ">maybe<", UnknownValue),
        ("<MEETS_CONDITION>N<", "<MEETS_CONDITION>Y<", UnknownValue),
        ("<CONDITION_TEXT>Does", "<CONDITION_TEXT>Does<", UnreadableDocument),
        ("<RATING_NAME>ML99</RATING_NAME>", "", UnreadableDocument),
    ],
)  # fmt: skip
def test_what_is_not_known_is_refused(old: str, new: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(old, new)


def test_a_country_without_a_code_must_be_known_to_have_none() -> None:
    licence = read("<COUNTRY_NAME>Shelf<", "<COUNTRY_NAME>Atlantis<")
    with pytest.raises(UnknownValue, match="Atlantis"):
        rows_of([licence], NAMES)


def test_nothing_but_licences_is_no_answer() -> None:
    with pytest.raises(UnreadableDocument, match="no OGL_TYPE"):
        parse(b"<answer/>", "zz.xml")
