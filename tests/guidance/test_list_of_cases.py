"""The coach's list: who has waited longest for a talk first, in a bounded number of queries."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenants.families import states, timeline, today
from tenants.families.models import Family
from tenants.guidance.models import Case, Contact
from tenants.guidance.selectors import running_cases, silent_cases
from tenants.guidance.services import end_guidance
from tests.guidance.conftest import STARTED, TODAY
from tests.households import household

pytestmark = pytest.mark.django_db


def guided(coach, name="Smets", started_on=STARTED):
    family = household(name)
    return Case.objects.create(
        family=family, guardian=family.guardians.get(), coach=coach, started_on=started_on
    )


def contact(case, on, reached="reached"):
    return Contact.objects.create(case=case, on=on, kind="phone", reached=reached, by_name="An")


def test_who_waited_longest_stands_first(case, coach):
    spoken, tried = guided(coach), guided(coach, "Amrani", STARTED - timedelta(days=1))
    contact(case, TODAY)
    contact(spoken, TODAY - timedelta(days=10))
    contact(tried, TODAY, reached="no_answer")
    assert list(running_cases(coach)) == [tried, spoken, case]


def test_an_attempt_is_no_talk(case, coach):
    contact(case, TODAY, reached="tried")
    found = running_cases(coach).get()
    assert (found.last_contact_on, found.last_attempt_on) == (None, TODAY)


@pytest.mark.parametrize(("days", "is_silent"), [(20, False), (21, True), (40, True)])
def test_three_weeks_without_a_talk_are_too_long(case, coach, days, is_silent):
    contact(case, TODAY - timedelta(days=days))
    assert silent_cases(coach, TODAY).exists() == is_silent


def test_a_coach_sees_on_the_page_of_today_whom_to_reach(case, coach, colleague):
    groups = {group.group.code: group for group in today.groups_for(coach, TODAY)}
    assert groups["guidance_silent"].items[0].title == case.guardian.name
    others = {group.group.code for group in today.groups_for(colleague, TODAY)}
    assert "guidance_silent" not in others


def test_what_is_left_over_is_one_line(case, coach):
    for number in range(9):
        guided(coach, f"Smets {number}")
    groups = {group.group.code: group for group in today.groups_for(coach, TODAY)}
    assert groups["guidance_silent"].count == 10
    assert len(groups["guidance_silent"].items) == today.MOST_ITEMS + 1


def test_a_coordinator_sees_whom_nobody_guides(case, coordinator):
    Case.objects.update(coach=None)
    groups = {group.group.code: group for group in today.groups_for(coordinator, TODAY)}
    assert groups["guidance_without_coach"].count == 1


@pytest.mark.parametrize("role", ["childcare_worker", "team_coach", "stranger"])
def test_others_see_no_cases(case, request, role):
    person = request.getfixturevalue(role)
    assert not running_cases(person).exists()
    codes = {group.group.code for group in today.groups_for(person, TODAY)}
    assert not codes & {"guidance_silent", "guidance_without_coach"}


def queries_of(client, url):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_ten_times_the_families_ask_no_more_queries(site_client, coach):
    site_client.force_login(coach)
    counted = []
    for more in (20, 180):
        for number in range(more):
            contact(guided(coach, f"Smets {number}"), TODAY)
        counted.append(queries_of(site_client, "/guidance/?coach=all"))
    assert counted[0] == counted[1] <= 12


def test_a_long_story_takes_no_more_queries_than_a_short_one(case, coach):
    counted = []
    for more in (20, 180):
        for number in range(more):
            contact(case, STARTED + timedelta(days=number % 60))
        with CaptureQueriesContext(connection) as captured:
            timeline.entries_for(case.family, coach)
        counted.append(len(captured))
    assert counted[1] <= counted[0] <= 14


def test_the_timeline_tells_the_story_to_who_may_read_it(case, coach, childcare_worker):
    contact(case, date(2026, 10, 1))
    end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    titles = [entry.title for entry in timeline.entries_for(case.family, coach)]
    assert titles == ["Guidance of Ayşe ended", "Phone or video call", "Guidance of Ayşe started"]
    assert not timeline.entries_for(case.family, childcare_worker)


def test_a_family_is_in_guidance_while_a_case_runs(case, coach):
    def state():
        return Family.objects.annotate(state=states.states.as_expression()).get().state

    assert state() == "in_guidance"
    end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    assert state() == "ended"
