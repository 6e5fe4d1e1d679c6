from graph.model.passage import Mark, MarkKind, digest, of


def test_an_exponent_is_shown_as_one_even_where_a_line_break_stood_before_it() -> None:
    passage = of(
        "5 x 10 13 n/cm 2 or more", 40, [Mark(47, 49, MarkKind.SUP), Mark(55, 56, MarkKind.SUP)]
    )
    assert passage.shown == "5 x 10¹³ n/cm² or more"
    assert passage.wording == "5 x 10 13 n/cm 2 or more"


def test_a_lost_exponent_is_never_raised_to_one() -> None:
    passage = of("5 × 108 Hz", 0, [Mark(6, 7, MarkKind.LOST_EXPONENT)])
    assert passage.shown == "5 × 108 Hz"


def test_what_has_no_raised_form_is_written_out() -> None:
    assert of("10 X", 0, [Mark(3, 4, MarkKind.SUP)]).shown == "10^{X}"
    assert of("H 2 O", 0, [Mark(2, 3, MarkKind.SUB)]).shown == "H₂ O"


def test_the_digest_is_of_the_words_alone() -> None:
    assert of("same", 1).digest == of("same", 99).digest == digest("same")
