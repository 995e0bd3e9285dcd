"""Each check alone catches what it is there for, and without it the pair would pass (control)."""

from dataclasses import replace

import pytest

from core.comparison.enums import Check, VerdictKind
from core.comparison.evidence import OWN, Figure
from core.comparison.restriction import judge_target_groups
from core.comparison.verdict import CHECKS, judge
from tests.comparison.sides import AT_WORK, IN_TRAJECTORY, WORK, practice, side

PROJECT = {"name": "Other", "since": "2018-01-01", "note": {"en": "Also counted."}}
BREAK = {"on": "2018-01-01", "what": {"en": "Another way."}}


def other(**changes):
    return side("second", **changes)


def counted_as(**changes):
    """The same practice, but the figure was counted in another way than it states."""
    found = side("second")
    figure = replace(found.figure("in_trajectory"), **changes)
    return replace(found, figures={**found.figures, (OWN, "in_trajectory"): figure})


def among(number):
    """A figure that is there, counted among so few people."""
    found = side("second", population="using_care")
    base = Figure(number, "child", "cumulative")
    return replace(found, figures={**found.figures, (OWN, "children_cared_for"): base})


DIFFERENCES = {
    Check.FIGURE: (side(), replace(side("second"), withdrawn_on=practice().since)),
    Check.UNIT: (side(), other(unit="family")),
    Check.DEFINITION: (side(), other(mapping="broader", note={"en": "More."})),
    Check.KIND: (side(), other(kind="flow")),
    Check.POPULATION: (side(), other(population="everyone_referred")),
    Check.TARGET_GROUP: (
        side(),
        other(target={"all": [{"attribute": "lone_parent", "is": True}]}),
    ),
    Check.COUNTING: (side(), other(counting="once_per_episode")),
    Check.CAPTURE: (side(), other(capture="self_report")),
    Check.PERIOD: (side(), replace(side("second"), period=(practice().since,) * 2)),
    Check.EXPOSURE: (side(), other(since="2018-01-01")),
    Check.COVERAGE: (side(), other(missing_share=0.1)),
    Check.SERIES: (side(), other(breaks=[BREAK])),
    Check.PROJECTS: (side(), other(external_projects=[PROJECT])),
    Check.THRESHOLD: (side(population="using_care"), among(4)),
}


@pytest.mark.parametrize("check", DIFFERENCES)
def test_it_alone_fails(check):
    verdict = judge(IN_TRAJECTORY, DIFFERENCES[check])
    assert verdict.kind == VerdictKind.NOT_COMPARABLE
    assert [item.check for item in verdict.failing] == [check]


@pytest.mark.parametrize("check", DIFFERENCES)
def test_without_it_the_pair_would_pass(check):
    left = {code: found for code, found in CHECKS.items() if code != check}
    targets = None if check == Check.TARGET_GROUP else judge_target_groups
    verdict = judge(IN_TRAJECTORY, DIFFERENCES[check], asked=left, target_groups=targets)
    assert verdict.kind == VerdictKind.COMPARABLE


HOURS = {**WORK, "minimum_hours_per_week": 13.0}
FEWER_KINDS = {**WORK, "work_kinds": ["regular"]}


@pytest.mark.parametrize("meaning", [HOURS, FEWER_KINDS, None])
def test_what_counts_as_work_alone_fails_and_is_needed(meaning):
    sides = [side(at_work_means=WORK), other(at_work_means=meaning)]
    assert [item.check for item in judge(AT_WORK, sides).failing] == [Check.WORK]
    left = {code: found for code, found in CHECKS.items() if code != Check.WORK}
    assert judge(AT_WORK, sides, asked=left).kind == VerdictKind.COMPARABLE


def test_every_check_has_its_case():
    assert set(DIFFERENCES) | {Check.WORK} == set(Check)


@pytest.mark.parametrize(
    ("changes", "check"),
    [({"unit": "family"}, Check.UNIT), ({"kind": "flow"}, Check.KIND)],
)
def test_how_it_was_counted_matters_not_only_what_is_stated(changes, check):
    verdict = judge(IN_TRAJECTORY, [side(), counted_as(**changes)])
    assert [item.check for item in verdict.failing] == [check]


@pytest.mark.parametrize(
    ("missing", "reason"),
    [
        ({"practice": None}, "no_practice"),
        ({"target": None}, "target_unknown"),
        ({"figures": {}}, "no_figure"),
        ({"version": None}, "version_unknown"),
        ({"period": None}, "no_submission"),
    ],
)
def test_what_is_missing_makes_it_not_comparable_and_is_said(missing, reason):
    verdict = judge(IN_TRAJECTORY, [side(), replace(side("second"), **missing)])
    assert verdict.kind == VerdictKind.NOT_COMPARABLE
    assert reason in [item.reason for item in verdict.failing]


def test_a_share_of_missing_that_nobody_knows_is_not_under_ten_per_cent():
    verdict = judge(IN_TRAJECTORY, [side(), other(missing_share=None)])
    assert [item.reason for item in verdict.failing] == ["missing_unknown"]
