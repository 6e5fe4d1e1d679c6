"""What is kept for days: made once for a day, and never for more than some days."""

from datetime import date, timedelta

from graph.answers.asof import AsOf
from graph.answers.daily import DAYS, daily
from graph.store.oxigraph import OxigraphStore

TODAY = date(2026, 11, 23)


def days(number: int) -> AsOf:
    return AsOf(TODAY + timedelta(number), TODAY)


def test_a_day_is_made_once_while_it_is_among_the_last(tables: OxigraphStore) -> None:
    made: list[int] = []

    def ask(number: int) -> None:
        daily(tables, "zz", "key", days(number), lambda: made.append(number))

    for number in [0, 0, *range(1, DAYS), 0, DAYS, 0, 1]:
        ask(number)
    assert made == [*range(DAYS), DAYS, 1]
