"""The shipped sites on the eve of the official answer of February 2020."""

from itertools import combinations

import pytest

from core.comparison.enums import Check, VerdictKind
from core.comparison.evidence import Question, SharedPopulation
from core.comparison.verdict import judge
from core.comparison.wording import Reader, explain, first_reason
from core.sites.criteria import Criteria
from core.sites.enums import Indicator
from tests.comparison.sides import FEBRUARY, shipped_side, with_population

FLEMISH = ("gent", "mechelen", "turnhout")


@pytest.mark.parametrize("indicator", [code.value for code in Indicator])
@pytest.mark.parametrize("pair", list(combinations(FLEMISH, 2)))
def test_gent_turnhout_and_mechelen_do_not_compare_in_any_figure(indicator, pair):
    sides = [shipped_side(slug, indicator) for slug in pair]
    verdict = judge(Question(indicator, *FEBRUARY), sides)
    assert verdict.kind == VerdictKind.NOT_COMPARABLE
    # Even if every share of missing data were known, reasons of substance would remain.
    assert {item.check for item in verdict.failing} - {Check.COVERAGE, Check.TARGET_GROUP}


def test_the_reasons_are_stated_in_plain_words():
    sides = [shipped_side(slug, "in_trajectory") for slug in ("gent", "mechelen")]
    verdict = judge(Question("in_trajectory", *FEBRUARY), sides)
    reader = Reader({"gent": "Gent", "mechelen": "Mechelen"})
    assert first_reason(verdict, reader) == "Gent counts families. Mechelen counts parents."
    said = {item.check: explain(item, reader).text for item in verdict.failing}
    assert "one at Gent, two at Mechelen" in said[Check.UNIT]
    assert "18 months old" in said[Check.TARGET_GROUP]


def test_three_sites_may_show_who_was_referred_with_a_note():
    sites = ("mechelen", "saint-martin-boulogne", "wattrelos")
    sides = [shipped_side(slug, "referred") for slug in sites]
    verdict = judge(Question("referred", *FEBRUARY), sides)
    assert verdict.kind == VerdictKind.WITH_NOTE


def test_mechelen_and_saint_martin_compare_for_the_people_they_have_in_common():
    criteria = {
        "all": [
            {"attribute": "youngest_child_age_months", "below": 36},
            {"attribute": "registered_jobseeker", "is": True},
            {"attribute": "childcare_is_barrier", "is": True},
        ]
    }
    slugs = ("mechelen", "saint-martin-boulogne")
    shared = SharedPopulation("seekers", Criteria.model_validate(criteria), frozenset(slugs))
    sides = [
        with_population(shipped_side(slug, "in_trajectory"), "common:seekers") for slug in slugs
    ]
    verdict = judge(Question("in_trajectory", *FEBRUARY), sides, [shared])
    assert verdict.kind == VerdictKind.RESTRICTED
