"""The figure "referred": every referral up to a day, each of its units."""

from datetime import date

import pytest

from core.indicators.registry import ROW_COLUMNS, Scope, registry
from tenants.families.services import refer_again
from tests.families.conftest import TODAY

pytestmark = pytest.mark.django_db


def referred(end, start=None):
    return list(registry.get("referred").rows(Scope(start, end)))


def test_it_is_asked_as_of_any_day(coach, guardian):
    refer_again(by=coach, guardian=guardian, referred_on=TODAY, referrer="self")
    assert not referred(date(2026, 11, 1))
    assert len(referred(date(2026, 11, 2))) == 1
    assert len(referred(TODAY)) == 2
    assert len(referred(TODAY, start=date(2026, 11, 3))) == 1


def test_a_row_names_the_parent_the_family_and_the_referrer(guardian):
    (row,) = referred(TODAY)
    assert set(row) == set(ROW_COLUMNS)
    assert (row["guardian_id"], row["family_id"]) == (guardian.pk, guardian.family_id)
    assert (row["child_id"], row["detail"]) == (None, "employment_service")


def test_a_parent_referred_twice_is_one_parent_and_two_episodes(coach, guardian):
    refer_again(by=coach, guardian=guardian, referred_on=TODAY, referrer="self")
    rows = referred(TODAY)
    assert len({row["guardian_id"] for row in rows}) == 1
    assert len({row["episode_id"] for row in rows}) == 2
