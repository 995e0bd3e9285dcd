"""The rule book: the value of a day, its first and last day, and what is only announced."""

from datetime import date, timedelta

import pytest

from core.sites.configuration import NoRuleInForce, RuleBook, UnknownRule
from core.sites.configuration.rules import Rule
from core.sites.enums import RuleStatus
from core.sites.files import site_folder

ROWS = {"be-vlg": 27, "nl": 18, "fr": 13, "gb-eng": 11}
SITE_OF_COUNTRY = {
    "be-vlg": "turnhout",
    "nl": "den-haag",
    "fr": "arques",
    "gb-eng": "kent",
}
DAY = timedelta(days=1)


def book(slug: str) -> RuleBook:
    return site_folder().versions(slug)[-1].rule_book


def rule(**changes) -> Rule:
    row = {"id": "a.b", "label": {"en": "A"}, "value": 1, "status": "to_verify", **changes}
    return Rule.model_validate(row)


@pytest.mark.parametrize("country", ROWS)
def test_no_row_is_lost(country):
    rules = book(SITE_OF_COUNTRY[country])
    assert sum(len(rules.rows(code)) for code in rules.ids()) == ROWS[country]


def test_rules_of_a_site_stand_with_the_site():
    assert "site.38volt.capacity" in book("mechelen")
    assert "site.38volt.capacity" not in book("gent")
    assert book("gent").value("site.gent.popup.capacity", on=date(2018, 3, 8)) == 14


def test_a_rule_has_a_value_on_its_first_day_and_none_before():
    rules = book("mechelen")
    assert rules.value("fl.ratio.group.alone", on=date(2014, 4, 1)) == 8
    with pytest.raises(NoRuleInForce, match="2014-03-31"):
        rules.value("fl.ratio.group.alone", on=date(2014, 3, 31))


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2020, 1, 1), 4), (date(2023, 9, 3), 4), (date(2023, 9, 4), 5), (date(2026, 1, 1), 5)],
)
def test_a_value_changes_from_one_day_to_the_next(day, value):
    assert book("kent").value("en.ratio.2y", on=day) == value


@pytest.mark.parametrize(
    ("day", "first_holds"),
    [
        (date(2014, 4, 1), True),
        (date(2024, 3, 31), True),
        (date(2024, 4, 1), False),
        (date(2025, 4, 29), False),
        (date(2025, 4, 30), True),
    ],
)
def test_a_rule_may_hold_in_several_periods(day, first_holds):
    rules = book("mechelen")
    assert (rules.find("fl.priority.v1", on=day) is not None) is first_holds
    assert (rules.find("fl.priority.v2", on=day) is not None) is not first_holds


def test_between_two_years_that_are_known_there_is_no_value():
    with pytest.raises(NoRuleInForce):
        book("arques").value("fr.psu.rate", on=date(2019, 6, 1))


@pytest.mark.parametrize("slug", SITE_OF_COUNTRY.values())
def test_what_is_announced_without_a_date_is_never_in_force(slug):
    rules = book(slug)
    undated = [
        row
        for code in rules.ids()
        for row in rules.rows(code)
        if row.status == RuleStatus.ANNOUNCED and not row.is_dated
    ]
    days = [date(year, 1, 1) for year in range(1990, 2100, 3)]
    assert not any(row.in_force(day) for row in undated for day in days)


def test_what_is_announced_with_a_date_holds_from_that_date():
    rules = book("den-haag")
    assert rules.value("nl.kot.max_hour.day", on=date(2026, 1, 1)) == 11.23
    assert rules.find("nl.kot.max_hour.day", on=date(2026, 1, 1)).status == RuleStatus.ANNOUNCED
    assert rules.value("nl.kot.max_hour.day", on=date(2025, 12, 31)) == 10.71


def test_general_knowledge_is_marked_to_be_verified():
    assert book("mechelen").rows("fl.ratio.group.rest")[0].status == RuleStatus.TO_VERIFY


def test_a_row_with_a_date_beats_one_whose_start_nobody_knows():
    dated = rule(value=30, valid_from="2016-06-01")
    assert RuleBook([rule(value=20), dated]).value("a.b", on=date(2016, 6, 1)) == 30
    assert RuleBook([rule(value=20), dated]).value("a.b", on=date(2016, 5, 31)) == 20


def test_the_last_day_is_included():
    rules = RuleBook([rule(valid_from="2020-01-01", valid_to="2020-12-31")])
    assert rules.value("a.b", on=date(2020, 12, 31)) == 1
    assert rules.find("a.b", on=date(2020, 12, 31) + DAY) is None


def test_an_unknown_rule_names_the_nearest():
    with pytest.raises(UnknownRule, match=r"Did you mean fl\.group\.max"):
        book("mechelen").value("fl.groups.max", on=date(2026, 1, 1))


def test_the_table_of_entry_dates_is_complete():
    dates = book("mechelen").value("fl.instap.2025-26", on=date(2026, 1, 1))
    assert dates["2026-05-18"] == "2023-11-18"
    assert len(dates) == 7
