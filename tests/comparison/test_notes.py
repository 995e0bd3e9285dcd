"""Differences that a reader must know, and that do not forbid to look."""

import pytest

from core.comparison.enums import Check, VerdictKind
from core.comparison.evidence import Question
from core.comparison.verdict import judge
from tests.comparison.sides import AT_WORK, FEBRUARY, IN_TRAJECTORY, WORK, side


def notes(question, sides):
    verdict = judge(question, sides)
    assert verdict.kind == VerdictKind.WITH_NOTE
    return [item.check for item in verdict.telling]


def test_a_register_beside_a_coach_is_a_note():
    assert notes(IN_TRAJECTORY, [side(), side("second", capture="coach")]) == [Check.CAPTURE]


def test_who_was_only_referred_was_not_chosen_by_the_target_group():
    question = Question("referred", *FEBRUARY)
    target = {"all": [{"attribute": "lone_parent", "is": True}]}
    sides = [
        side(population="everyone_referred"),
        side("second", population="everyone_referred", target=target),
    ]
    assert notes(question, sides) == [Check.TARGET_GROUP]


def test_a_situation_on_a_day_may_have_begun_on_different_days():
    sides = [
        side(kind="stock", at_work_means=WORK),
        side("second", kind="stock", at_work_means=WORK, since="2018-01-01"),
    ]
    assert notes(AT_WORK, sides) == [Check.EXPOSURE]


def test_a_kind_of_work_that_exists_at_one_site_alone_is_a_note():
    local = {**WORK, "work_kinds": ["regular", "temporary", "article_60"]}
    sides = [side(at_work_means=WORK), side("second", at_work_means=local)]
    assert notes(AT_WORK, sides) == [Check.WORK]


@pytest.mark.parametrize(("since", "kind"), [("2019-12-31", "comparable"), ("2020-01-02", None)])
def test_what_happened_in_a_period_needs_a_series_that_covers_it(since, kind):
    sides = [side(kind="flow", since=since), side("second", kind="flow", since=since)]
    verdict = judge(IN_TRAJECTORY, sides)
    assert verdict.kind == (kind or "not_comparable")


def test_a_series_that_begins_after_the_period_says_so():
    sides = [side(since="2021-01-01"), side("second", since="2021-01-01")]
    assert [item.reason for item in judge(IN_TRAJECTORY, sides).failing] == ["not_yet_begun"]
