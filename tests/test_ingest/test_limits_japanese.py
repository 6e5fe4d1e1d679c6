"""Limits in Japanese: numbers in kanji, comparators after the unit."""

import pytest

from graph.logic.units import exact
from ingest.text.limits.japanese import read_japanese
from ingest.text.limits.units import ucum


def said(text: str) -> list[tuple[str, str, str]]:
    return [(f.comparator.value, str(f.value), f.unit) for f, *_ in read_japanese(text)]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("長さが五メートル以上のもの", [(">=", "5", "メートル")]),
        ("長さが一、五〇〇メートル以下のもの", [("<=", "1500", "メートル")]),
        ("質量が〇・一グラム未満のもの", [("<", "0.1", "グラム")]),
        ("零下二〇度以下の温度", [("<=", "-20", "度")]),
        ("純度が九九・五パーセント超のもの", [(">", "99.5", "パーセント")]),
        ("三ヘルツから五ヘルツまでの範囲", [(">=", "3", "ヘルツ"), ("<=", "5", "ヘルツ")]),
        ("五年を超えない期間", [("<=", "5", "年")]),
        ("五グラム未満でないもの", [(">=", "5", "グラム")]),
        ("一年六月を超えない範囲", [("<=", "None", "月")]),
        ("摂氏三〇〇度超のもの", [(">", "300", "摂氏度")]),
        ("次の一から三までの全てに該当するもの", []),
        ("第三項以下の規定", []),
        ("一又は二以上の箱", []),
        ("二個以上の箱", [(">=", "2", "")]),
        ("比率が五千分の一を超えるもの", [(">", "0.0002", "")]),
        ("比率が三分の一を超えるもの", [(">", "None", "")]),
        ("三度の温度における強度", []),
        ("一〇の一三乗未満の粒子", [("<", "10000000000000", "")]),
        ("一秒につき四度以上又は三度以下のもの", [(">=", "4", "度毎秒"), ("<=", "3", "度毎秒")]),
        ("一時間につき力一ニュートン当たり二グラム以下", [("<=", "2", "グラム毎時間毎ニュートン")]),
        ("長さに〇・五を乗じて得た値", []),
    ],
)  # fmt: skip
def test_the_comparator_follows_the_number(text: str, limits: list[tuple[str, str, str]]) -> None:
    assert said(text) == limits


def test_a_bracket_may_say_the_same_in_a_second_unit() -> None:
    found = [one for one, *_ in read_japanese("出力が五ワット（三七ディービーエム）を超えるもの")]
    assert [one.alternative for one in found] == [False, True]
    bracket = "出力が五ワット（公称値に限る。）を超えるもの"
    assert said(bracket) == [(">", "5", "ワット")]


def test_the_parameter_stands_before_the_number_or_after_the_comparator() -> None:
    text = "箱であって、三メートルを超え五メートル以下の全長のもののうち、重さが二グラム以上のもの"
    assert [about for _, about, _ in read_japanese(text)] == ["全長", "全長", "重さ"]


@pytest.mark.parametrize(
    ("written", "about", "code"),
    [
        ("度", "温度", "Cel"),
        ("度", "角度", "deg"),
        ("度", "精度", "{度}"),
        ("秒", "角度の精度", "''"),
        ("秒", "応答時間", "s"),
        ("立方センチメートル毎分", "", "cm3/min"),
        ("ワット時毎キログラム", "", "W.h/kg"),
    ],
)
def test_units_in_katakana_have_codes(written: str, about: str, code: str) -> None:
    assert ucum(written, about) == code
    assert exact(code) is not None
