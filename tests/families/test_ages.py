"""Ages computed in Python and in SQL agree, on days where calendars are awkward."""

from datetime import date, timedelta

import pytest

from tenants.families.ages import computed_answers, full_months
from tenants.families.models import Family, Situation
from tenants.families.models.situation import COMPUTED

BIRTHS = [
    date(2024, 2, 29),
    date(2025, 1, 31),
    date(2026, 2, 28),
    date(1996, 2, 29),
    date(1900, 1, 1),
    None,
]
DAYS = [date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 29), date(2026, 12, 31)]


@pytest.mark.parametrize(
    ("born", "on", "months"),
    [
        (date(2025, 1, 31), date(2025, 2, 28), 0),
        (date(2025, 1, 31), date(2025, 3, 1), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2024, 2, 29), date(2025, 3, 1), 12),
        (date(2025, 6, 15), date(2025, 6, 15), 0),
    ],
)
def test_a_month_is_complete_on_its_day(born, on, months):
    assert full_months(born, on) == months


def test_nothing_is_known_of_children_who_are_not_written_down():
    assert computed_answers(None, [], date(2026, 1, 1)) == dict.fromkeys(COMPUTED)


def test_a_missing_birth_date_hides_who_is_youngest_but_not_how_many():
    answers = computed_answers(None, [None, date(2025, 1, 1)], date(2026, 1, 1))
    assert answers["youngest_child_age_months"] is None
    assert answers["number_of_children"] == 2


@pytest.mark.django_db
@pytest.mark.parametrize("on", DAYS)
def test_sql_and_python_agree(on):
    children = [[], [on], [on + timedelta(days=1)], *([birth] for birth in BIRTHS)]
    children += [[BIRTHS[0], BIRTHS[1]], [BIRTHS[1], None], [date(2020, 1, 1)] * 25]
    expected = {}
    for number, births in enumerate(children):
        parent = BIRTHS[number % len(BIRTHS)]
        expected[family_of(number, parent, births, on)] = computed_answers(parent, births, on)

    for situation in Situation.objects.with_computed(on=on):
        found = {code: getattr(situation, code) for code in COMPUTED}
        assert found == expected[situation.pk]


def family_of(number, parent, births, on):
    """The id of a situation of a new family with these birth dates."""
    family = Family.objects.create(reference=f"F-{number}", name="Peeters")
    guardian = family.guardians.create(first_name="A", last_name="B", birth_date=parent)
    for birth in births:
        family.children.create(first_name="C", last_name="B", birth_date=birth)
    return Situation.objects.create(family=family, guardian=guardian, assessed_on=on).pk
