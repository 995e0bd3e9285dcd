"""Every seeded defect of the engine is noticed by the routine that finds the engine right."""

import pytest

from core.sites.criteria.proof.checks import disagreements
from core.sites.criteria.proof.invention import Trial, trials
from core.sites.criteria.proof.mutants import MUTANTS, Mutant, caught

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def invented() -> list[Trial]:
    return list(trials(150))


def test_the_engine_without_a_defect_passes(invented):
    assert list(disagreements(invented)) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_defect_is_noticed(mutant: Mutant, invented):
    assert caught(mutant, invented)


def test_there_are_enough_defects_and_each_is_another():
    assert len(MUTANTS) >= 12
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)


def test_a_defect_ends_with_its_block():
    for mutant in MUTANTS:
        before = getattr(mutant.place, mutant.function)
        with mutant.at_work():
            assert getattr(mutant.place, mutant.function) is mutant.wrong
        assert getattr(mutant.place, mutant.function) is before
