"""A decision explains itself in the reader's language, also years later."""

import json

from django.utils.functional import Promise
from hypothesis import given

from core.sites.criteria import Criteria, Explanation, evaluate, explain, explanation
from tests.criteria.written_forms import criteria, persons

MECHELEN = Criteria.model_validate(
    {
        "all": [
            {"attribute": "residence_lau", "in": ["BE-12025"]},
            {"attribute": "childcare_is_barrier", "is": True},
            {"attribute": "youngest_child_age_months", "from": 0, "below": 36},
        ]
    }
)


def told(**answers) -> str:
    return str(explain(evaluate(MECHELEN, answers)))


def test_it_names_what_fails_and_what_is_still_unknown():
    assert told(residence_lau="BE-44021", youngest_child_age_months=3) == (
        "Not eligible: the family lives outside Mechelen; unknown: is childcare a barrier?"
    )


def test_it_asks_the_questions_that_remain():
    assert told(residence_lau="BE-12025") == (
        "Not yet known: is childcare a barrier? How old is the youngest child?"
    )


def test_it_says_why_somebody_is_in():
    answers = {"residence_lau": "BE-12025", "childcare_is_barrier": True}
    assert told(**answers, youngest_child_age_months=35) == (
        "Eligible: the family lives in Mechelen; childcare is a barrier to training or work; "
        "the youngest child is under 36 months old"
    )


def test_it_gives_the_reasons_line_by_line():
    told_lines = explain(evaluate(MECHELEN, {"residence_lau": "BE-44021"}))
    assert told_lines.headline == "Not eligible"
    assert told_lines.reasons == ["the family lives outside Mechelen"]
    assert told_lines.open_questions[0] == "unknown: is childcare a barrier?"


def test_it_says_only_the_outcome_where_there_is_nothing_to_say():
    assert str(explain(evaluate(Criteria.model_validate({"any": []}), {}))) == "Not eligible"


@given(criteria, persons())
def test_it_can_be_stored_and_explained_later(rules, answers):
    now = explain(evaluate(rules, answers))
    later = Explanation.from_json(json.loads(json.dumps(now.as_json())))
    assert later == now
    assert str(later) == str(now)


def test_what_is_stored_holds_no_answers_and_no_words():
    stored = json.dumps(explain(evaluate(MECHELEN, {"residence_lau": "BE-44021"})).as_json())
    assert "BE-44021" not in stored
    assert "lives" not in stored


def test_the_words_are_found_when_they_are_shown(monkeypatch):
    ready = explain(evaluate(MECHELEN, {"residence_lau": "BE-44021"}))
    monkeypatch.setattr(explanation, "_", lambda words: words.replace(": ", " ~ "))
    assert str(ready).startswith("Not eligible ~ ")


def test_the_vocabulary_waits_with_its_words_until_the_language_is_known():
    attribute = evaluate(MECHELEN, {}).reasons[1].leaf.attribute
    assert attribute == "childcare_is_barrier"
    from_vocabulary = explanation.question.__globals__["VOCABULARY"][attribute].question
    assert isinstance(from_vocabulary, Promise)
