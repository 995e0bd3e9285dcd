"""The engine against an oracle that lists everyone, on thousands of invented pairs."""

from collections import Counter

import pytest

from core.sites.criteria.proof import enumeration
from core.sites.criteria.proof.checks import ABOUT_TWO_GROUPS, disagreements
from core.sites.criteria.proof.invention import Trial, trials

PAIRS = 2_000


@pytest.fixture(scope="module")
def invented() -> list[Trial]:
    return list(trials(PAIRS))


def test_it_relates_two_thousand_pairs_as_enumeration_does(invented):
    assert len(invented) == PAIRS
    assert list(disagreements(invented, ABOUT_TWO_GROUPS)) == []


def test_the_pairs_are_of_every_kind(invented):
    kinds = Counter(enumeration.relation(trial.in_a, trial.in_b) for trial in invented)
    assert set(kinds) == {"equal", "subset", "superset", "overlap", "disjoint"}
    assert min(kinds.values()) >= 100
    assert sum(not trial.in_a or not trial.in_b for trial in invented) >= 50


@pytest.mark.django_db
def test_it_keeps_every_promise(invented):
    assert list(disagreements(invented[::10])) == []


def test_the_same_seed_gives_the_same_pairs(invented):
    assert next(iter(trials(1))).a == invented[0].a
    assert next(iter(trials(1, seed=7))).a != invented[0].a
