"""From the decision of families to a running case, in one transaction."""

import pytest
from django.core.exceptions import ValidationError

from tenants.families.models import Decision, WaitingEntry
from tenants.families.services import (
    decide,
    place_on_waiting_list,
    record_intake,
    start_guidance,
)
from tenants.guidance.models import Case
from tests.guidance.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db

ELIGIBLE = {"residence_lau": "BE-12025", "childcare_is_barrier": True, "willing_to_join": True}


@pytest.fixture
def decision(guardian, coach):
    record_intake(by=coach, guardian=guardian, held_on=STARTED, answers=ELIGIBLE)
    return decide(by=coach, guardian=guardian, decided_on=STARTED)


def test_the_start_opens_a_case_with_the_target_group_of_the_decision(decision, coach):
    start_guidance(by=coach, guardian=decision.guardian, on=TODAY)
    case = Case.objects.get()
    assert (case.guardian, case.started_on, case.coach) == (decision.guardian, TODAY, coach)
    assert case.target_group == "families_with_childcare_barrier"


def test_what_guidance_refuses_families_has_not_started(case, decision, coach):
    with pytest.raises(ValidationError):
        start_guidance(by=coach, guardian=case.guardian, on=TODAY)
    assert Decision.objects.get().next_step == "none"
    assert Case.objects.get() == case


def test_who_is_in_guidance_does_not_wait_for_it(case, decision, coach):
    with pytest.raises(ValidationError, match="in guidance already"):
        place_on_waiting_list(by=coach, guardian=case.guardian, since=TODAY)
    assert not WaitingEntry.objects.exists()
