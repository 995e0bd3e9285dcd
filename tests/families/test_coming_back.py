"""A parent comes back after guidance has ended: the way in begins anew."""

import pytest

from core.audit.models import Entry
from tenants.families.selectors import list_of_families
from tenants.families.services import refer_again, start_guidance
from tenants.families.waiting_work import admission_items
from tenants.guidance.models import Case
from tests.families.conftest import INTAKE, REFERRED, TODAY

pytestmark = pytest.mark.django_db


def state(coach):
    return list_of_families(coach).get().state


@pytest.fixture
def ended(coach, decision):
    """Guidance of Ayşe Yıldız ended a few days ago."""
    start_guidance(by=coach, guardian=decision.guardian, on=INTAKE)
    assert state(coach) == "in_guidance"
    Case.objects.update(ended_on=INTAKE, end_reason="moved")
    return decision.guardian


def test_who_ended_stays_ended(coach, ended):
    assert state(coach) == "ended"
    assert not list(admission_items(coach, TODAY))


def test_who_is_referred_again_waits_for_an_intake(coach, ended):
    refer_again(by=coach, guardian=ended, referred_on=TODAY, referrer="self")
    assert state(coach) == "referred"
    (item,) = admission_items(coach, TODAY)
    assert item.href.endswith(f"/parents/{ended.pk}/intake/")


def test_what_belongs_to_guidance_is_offered_while_it_runs(coach, decision, site_client):
    site_client.force_login(coach)
    contact = "/guidance/families/F-2026-0001/contact/"
    assert contact not in site_client.get("/families/F-2026-0001/").text
    start_guidance(by=coach, guardian=decision.guardian, on=INTAKE)
    assert contact in site_client.get("/families/F-2026-0001/").text


def test_a_referral_that_is_written_down_late_changes_nothing(coach, ended):
    refer_again(by=coach, guardian=ended, referred_on=REFERRED, referrer="self")
    assert state(coach) == "ended"


def test_a_referral_that_is_sent_twice_is_one(coach, ended):
    told = {"guardian": ended, "referred_on": TODAY, "referrer": "self"}
    first, again = refer_again(by=coach, **told), refer_again(by=coach, **told)
    other = refer_again(by=coach, **told, note="Came with her sister.")
    assert first == again
    assert ended.referrals.filter(referred_on=TODAY).count() == 2
    assert Entry.objects.filter(action="families.referred_again").count() == 2
    assert other != first
