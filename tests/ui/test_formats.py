"""Dates, numbers and money as each language writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from core.ui import formats

DAY, TODAY = date(2026, 11, 12), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl-be", "do 12 nov."),
        ("fr", "jeu. 12 nov."),
        ("en-gb", "Thu 12 Nov"),
        ("pl", "Thu 12 Nov"),
    ],
)
def test_a_short_date_names_the_day_of_the_week(language, expected):
    written = formats.short_date(DAY, today=TODAY, language=language)
    assert written.replace(formats.HARD_SPACE, " ") == expected


def test_a_short_date_of_another_year_names_the_year_instead():
    written = formats.short_date(date(2024, 5, 3), today=TODAY, language="nl-nl")
    assert written.replace(formats.HARD_SPACE, " ") == "3 mei 2024"


def test_the_first_of_a_month_is_premier_in_french():
    assert formats.plain_date(date(2026, 2, 1), language="fr").startswith("1er")


def test_a_long_date_is_in_full():
    written = formats.long_date(DAY, language="nl-be").replace(formats.HARD_SPACE, " ")
    assert written == "donderdag 12 november 2026"


@pytest.mark.parametrize(
    ("day", "expected"),
    [(22, "today"), (21, "yesterday"), (23, "tomorrow"), (20, "Fri 20 Nov")],
)
def test_it_is_relative_for_the_last_days_only(day, expected):
    with translation.override("en-gb"):
        written = formats.near_date(date(2026, 11, day), today=TODAY)
    assert written.replace(formats.HARD_SPACE, " ") == expected


def test_an_instant_is_a_day_in_the_active_time_zone():
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    with timezone.override("Europe/Brussels"):
        assert formats.as_date(late) == date(2026, 7, 1)
    with timezone.override("Europe/London"):
        assert formats.as_date(late) == date(2026, 6, 30)


def test_a_time_of_day_is_local():
    noon = datetime(2026, 11, 12, 13, 5, tzinfo=UTC)
    with timezone.override("Europe/Brussels"):
        assert formats.clock(noon, language="nl-be") == "14:05"
        assert formats.clock(noon, language="fr").split() == ["14", "h", "05"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nl-nl", "1.234.568"), ("fr", "1\u202f234\u202f568"), ("en-gb", "1,234,568")],
)
def test_thousands_are_separated_as_the_reader_does(language, expected):
    assert formats.number(1234567.8, language=language) == expected


def test_a_half_rounds_up_and_a_negative_has_a_real_minus():
    assert formats.number(Decimal("-2.5"), language="en-gb") == "\u22123"
    assert formats.number(0.25, 1, language="nl-be") == "0,3"


def test_what_is_not_there_is_a_dash():
    assert formats.number(None) == formats.percent(None) == formats.money(None) == "–"


def test_a_change_carries_its_sign():
    written = [formats.signed(change, language="en-gb") for change in (3, -2, 0)]
    assert written == ["+3", "\u22122", "0"]


@pytest.mark.parametrize(
    ("language", "expected"), [("nl-be", "41%"), ("fr", "41\u202f%"), ("en-gb", "41%")]
)
def test_a_share_is_written_in_per_cent(language, expected):
    assert formats.percent(0.405, language=language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nl-be", "€ 6.551.267,06"), ("fr", "6 551 267,06 €"), ("en-gb", "€6,551,267.06")],
)
def test_money_stands_where_the_language_puts_it(language, expected):
    written = formats.money(Decimal("6551267.06"), language=language)
    assert written.replace("\u202f", " ").replace("\u00a0", " ") == expected


def test_a_long_file_name_keeps_both_its_ends():
    written = formats.middle_truncate("mechelen-cases-2017-2022-final-version.xlsx", 24)
    assert len(written) <= 24
    assert written.startswith("mechelen") and written.endswith(".xlsx")


def test_a_list_of_words_ends_with_and():
    with translation.override("en-gb"):
        assert formats.list_of(["a", "b", "c"]) == "a, b and c"
        assert formats.list_of(["a"]) == "a"
