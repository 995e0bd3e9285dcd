"""Fields as coaches answer them: not known and not asked are answers."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from core.ui.forms import DateField, PlainForm, YesNoUnknownField, add_errors


class Question(PlainForm):
    barrier = YesNoUnknownField(label="Barrier?", required=True)


class Birth(PlainForm):
    born_on = DateField()
    name = forms.CharField()
    kind = forms.ChoiceField(choices=[("a", "A")])
    agreed = forms.BooleanField()
    own = forms.CharField(error_messages={"required": "Say who."})


@pytest.mark.parametrize(
    ("answer", "stored"), [("yes", True), ("no", False), ("unknown", None), ("not_asked", None)]
)
def test_an_answer_is_true_false_or_unknown(answer, stored):
    form = Question({"barrier": answer})
    assert form.is_valid()
    assert form.cleaned_data["barrier"] is stored


def test_a_question_that_must_be_answered_refuses_silence():
    assert not Question({}).is_valid()


def test_nothing_is_chosen_before_the_coach_chooses():
    assert "checked" not in str(Question()["barrier"])


@pytest.mark.parametrize(("initial", "value"), [(True, "yes"), (False, "no")])
def test_a_stored_answer_is_shown(initial, value):
    chosen = [
        c.data["value"]
        for c in Question(initial={"barrier": initial})["barrier"]
        if c.data["selected"]
    ]
    assert chosen == [value]


@pytest.mark.parametrize("written", ["2026-03-27", "27-03-2026", "27/03/2026", "27.03.2026"])
def test_a_date_may_be_written_in_the_ways_of_our_countries(written):
    assert DateField().clean(written).isoformat() == "2026-03-27"


def test_a_date_input_is_the_calendar_of_the_device():
    drawn = str(Birth(initial={"born_on": "2026-03-27"})["born_on"])
    assert 'type="date"' in drawn


def test_what_is_missing_is_said_with_the_way_on():
    errors = Birth({}).errors
    assert errors["kind"] == ["Choose one of the answers to go on."]
    assert errors["agreed"] == ["Tick this box to go on."]
    assert errors["name"] == ["This cannot stay empty. Fill it in to go on."]
    assert errors["own"] == ["Say who."]


def test_the_browser_does_not_check_before_we_do():
    assert "required" not in str(Birth()["name"])


def test_a_refusal_of_a_service_lands_at_its_field():
    form = Birth({"name": "An"})
    form.is_valid()
    add_errors(form, ValidationError({"name": "Known already.", "elsewhere": "Full."}))
    assert "Known already." in form.errors["name"]
    assert "Full." in form.non_field_errors()
