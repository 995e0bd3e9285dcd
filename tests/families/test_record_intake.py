"""The intake: answers, in one talk or in several."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.families.models import Intake, Situation
from tenants.families.services import record_intake
from tests.families.conftest import ELIGIBLE, INTAKE, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def hold(coach, guardian):
    def hold(*, by=coach, held_on=INTAKE, answers=ELIGIBLE, **more):
        return record_intake(by=by, guardian=guardian, held_on=held_on, answers=answers, **more)

    return hold


def test_it_keeps_the_answers_and_what_was_not_asked(hold):
    situation = hold(not_asked=["income_band"]).situation
    assert situation.childcare_is_barrier is True
    assert situation.income_band is None
    assert situation.not_asked == ["income_band"]
    assert situation.recorded_by_name == "An Peeters"


def test_an_unfinished_intake_goes_on_where_it_stopped(hold):
    hold(answers={"lone_parent": True}, completed=False)
    hold(answers={"lone_parent": True, "newcomer": False}, held_on=TODAY, completed=True)
    intake = Intake.objects.get()
    assert (intake.held_on, intake.completed) == (TODAY, True)
    assert Situation.objects.get().newcomer is False


def test_a_finished_intake_stays_and_the_next_is_a_new_one(hold):
    hold(answers={"lone_parent": True})
    hold(answers={"lone_parent": False}, held_on=TODAY)
    assert Intake.objects.count() == Situation.objects.count() == 2


def test_it_brings_the_familys_municipality_up_to_date(hold, guardian):
    hold(answers={"residence_lau": "BE-12005", "household_language": "tr"})
    guardian.family.refresh_from_db()
    assert guardian.family.residence_lau == "BE-12005"
    assert guardian.family.household_language == "tr"
    assert guardian.family.sort_key == "yildiz"


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"income_band": "rich"}, "income_band"),
        ({"months_unemployed": 600}, "months_unemployed"),
        ({"months_unemployed": True}, "months_unemployed"),
        ({"lone_parent": "yes"}, "lone_parent"),
        ({"parent_age_years": 30}, "parent_age_years"),
        ({"shoe_size": 40}, "shoe_size"),
    ],
)
def test_it_refuses_an_answer_that_is_none(hold, answers, field):
    with pytest.raises(ValidationError) as refusal:
        hold(answers=answers)
    assert set(refusal.value.message_dict) == {field}


@pytest.mark.parametrize("held_on", [date(2026, 11, 23), date(2026, 11, 1), None])
def test_it_is_held_after_the_referral_and_not_in_the_future(hold, held_on):
    with pytest.raises(ValidationError) as refusal:
        hold(held_on=held_on)
    assert set(refusal.value.message_dict) == {"held_on"}


def test_what_was_answered_was_asked(hold):
    with pytest.raises(ValidationError):
        hold(not_asked=["willing_to_join"])


@pytest.mark.parametrize("person", ["stranger", "childcare_worker", "administrator"])
def test_it_is_refused_to_who_does_not_work_with_families(hold, person, request):
    with pytest.raises(NotPermitted):
        hold(by=request.getfixturevalue(person))
    assert not Intake.objects.exists()


def test_the_log_names_the_questions_and_not_the_answers(hold):
    hold(answers={"income_band": "very_low"})
    entry = Entry.objects.get(action="families.intake_recorded")
    assert entry.details["answered"] == ["income_band"]
    assert "very_low" not in str(entry.details)
