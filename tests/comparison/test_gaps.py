"""What a site itself found too often unknown when it approved the period."""

from dataclasses import replace

import pytest

from core.comparison.enums import Check
from core.comparison.evidence import Question
from core.comparison.verdict import judge
from core.comparison.wording import Reader, explain
from tests.comparison.sides import AT_WORK, FEBRUARY, IN_TRAJECTORY, WORK, side, with_population
from tests.comparison.test_common_population import BARRIER, LONE, SHARED


def with_gaps(*gaps, **changes):
    return replace(side("second", **changes), gaps=frozenset(gaps))


def found(question, sides, populations=()):
    verdict = judge(question, sides, populations)
    return [(item.check, item.severity.name) for item in verdict.telling]


def test_families_of_a_related_project_are_mixed_in():
    sides = [side(), with_gaps("related_project")]
    assert found(IN_TRAJECTORY, sides) == [(Check.PROJECTS, "FAILS")]


def test_unknown_hours_make_a_figure_about_work_fail_and_no_other():
    sides = [side(at_work_means=WORK), with_gaps("work_hours", at_work_means=WORK)]
    assert found(AT_WORK, sides) == [(Check.COVERAGE, "FAILS")]
    assert found(IN_TRAJECTORY, [side(), with_gaps("work_hours")]) == []


@pytest.mark.parametrize("gap", ["decision", "target_group"])
def test_decisions_that_were_not_written_down_must_be_said(gap):
    assert found(IN_TRAJECTORY, [side(), with_gaps(gap)]) == [(Check.COVERAGE, "NOTE")]


def test_of_who_was_only_referred_no_decision_is_needed():
    sides = [side(population="everyone_referred")]
    sides.append(with_gaps("decision", population="everyone_referred"))
    assert found(Question("referred", *FEBRUARY), sides) == []


def test_those_in_common_must_be_known():
    first = with_population(side(target={"all": [BARRIER]}), SHARED.name)
    second = with_population(
        with_gaps("attribute:lone_parent", target={"all": [LONE]}), SHARED.name
    )
    verdict = judge(IN_TRAJECTORY, [first, second], [SHARED])
    (item,) = verdict.failing
    assert item.reason == "too_often_unknown"
    words = explain(item, Reader({"second": "Second"})).text
    assert "Second knows too seldom" in words
