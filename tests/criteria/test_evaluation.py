"""A person is in, out or not yet known; only what matters is given as the reason."""

from itertools import product

import pytest
from hypothesis import given

from core.sites.criteria import Criteria, Evaluation, Outcome, evaluate
from core.sites.criteria.truth import at_least
from tests.criteria.written_forms import criteria, persons

LIVES_HERE = {"attribute": "residence_lau", "in": ["BE-12025"]}
BARRIER = {"attribute": "childcare_is_barrier", "is": True}
LONE = {"attribute": "lone_parent", "is": True}
NEWCOMER = {"attribute": "newcomer", "is": True}
BABY = {"attribute": "youngest_child_age_months", "from": 0, "below": 36}


def decide(form: dict, **answers) -> Evaluation:
    return evaluate(Criteria.model_validate(form), answers)


def named(reasons) -> list[tuple[str, bool | None]]:
    return [(reason.leaf.attribute, reason.holds) for reason in reasons]


def test_it_is_eligible_when_all_is_known_and_holds():
    decision = decide(
        {"all": [LIVES_HERE, BARRIER]}, residence_lau="BE-12025", childcare_is_barrier=True
    )
    assert decision.outcome is Outcome.ELIGIBLE
    assert named(decision.reasons) == [("residence_lau", True), ("childcare_is_barrier", True)]


def test_one_failing_answer_decides_whatever_is_unknown():
    decision = decide({"all": [LIVES_HERE, BARRIER]}, residence_lau="BE-44021")
    assert decision.outcome is Outcome.NOT_ELIGIBLE
    assert named(decision.reasons) == [("residence_lau", False)]
    assert named(decision.open_questions) == [("childcare_is_barrier", None)]


def test_it_is_not_yet_known_while_an_answer_is_missing():
    decision = decide({"all": [LIVES_HERE, BARRIER]}, residence_lau="BE-12025")
    assert decision.outcome is Outcome.NOT_YET_KNOWN
    assert decision.attributes_to_ask == ("childcare_is_barrier",)
    assert decision.open_questions == ()


def test_an_alternative_that_holds_makes_the_unknown_one_unimportant():
    decision = decide({"any": [LONE, NEWCOMER]}, lone_parent=True, newcomer=None)
    assert decision.outcome is Outcome.ELIGIBLE
    assert named(decision.reasons) == [("lone_parent", True)]


def test_an_unknown_in_an_alternative_that_failed_is_not_asked():
    form = {"any": [{"all": [LIVES_HERE, LONE]}, NEWCOMER]}
    decision = decide(form, residence_lau="BE-44021")
    assert decision.outcome is Outcome.NOT_YET_KNOWN
    assert decision.attributes_to_ask == ("newcomer",)


def test_not_unknown_is_unknown():
    assert decide({"not": LONE}).outcome is Outcome.NOT_YET_KNOWN
    assert decide({"not": LONE}, lone_parent=True).outcome is Outcome.NOT_ELIGIBLE


@pytest.mark.parametrize(("months", "inside"), [(0, True), (35, True), (36, False)])
def test_an_interval_takes_in_its_beginning_and_not_its_end(months, inside):
    outcome = decide(BABY, youngest_child_age_months=months).outcome
    assert outcome is (Outcome.ELIGIBLE if inside else Outcome.NOT_ELIGIBLE)


def test_everyone_is_in_all_of_nothing_and_no_one_in_any_of_nothing():
    assert decide({"all": []}).outcome is Outcome.ELIGIBLE
    assert decide({"any": []}).outcome is Outcome.NOT_ELIGIBLE


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_at_least_k_is_what_all_completions_agree_on(size):
    for values in product([True, False, None], repeat=size):
        known = [[value] if value is not None else [True, False] for value in values]
        for count in range(1, size + 1):
            ends = {sum(completed) >= count for completed in product(*known)}
            assert at_least(count, values) is (ends.pop() if len(ends) == 1 else None)


@given(criteria, persons(), persons(unknown=False))
def test_what_is_decided_stays_so_whatever_becomes_known(rules, answers, complete):
    outcome = evaluate(rules, answers).outcome
    later = {**complete, **{code: a for code, a in answers.items() if a is not None}}
    if outcome is not Outcome.NOT_YET_KNOWN:
        assert evaluate(rules, later).outcome is outcome
    assert evaluate(rules, later).outcome is not Outcome.NOT_YET_KNOWN


def test_it_ignores_what_is_not_asked():
    assert decide(LONE, lone_parent=True, number_of_children=3, nickname="x").reasons


@pytest.mark.parametrize(
    "answers",
    [{"youngest_child_age_months": True}, {"lone_parent": 1}, {"residence_lau": 12025}],
)
def test_an_answer_of_another_kind_is_a_mistake(answers):
    with pytest.raises(TypeError, match=next(iter(answers))):
        decide({"all": [BABY, LONE, LIVES_HERE]}, **answers)
