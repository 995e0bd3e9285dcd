"""The page on the counter: who is here, who can be added, and nothing else of anybody."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.audit.models import Entry
from tenants.childcare.models import Attendance
from tenants.childcare.selectors import age_in_words, children_in_care, find_children
from tenants.childcare.services import record_attendance
from tenants.families import timeline, today
from tenants.families.states import states
from tests.childcare.conftest import TODAY, WEDNESDAY
from tests.households import child_of, household

pytestmark = pytest.mark.django_db

PLACE = {"on": "2026-11-19", "day_part": "morning"}
ADD = "/childcare/add/?on=2026-11-19&day_part=morning"


def guided(name="Yıldız", **family):
    """A family in guidance: what childcare knows of it is the state that guidance registered."""
    family = household(name, **family)
    family.cases.create(guardian=family.guardians.get(), started_on=date(2026, 9, 7))
    return family


@pytest.fixture
def child(db):
    return child_of(guided(phone="0475 12 34 56", residence_lau="BE-12025"))


@pytest.fixture
def counter(site_client, childcare_worker):
    """The tablet, signed in as a childcare worker."""
    site_client.force_login(childcare_worker)
    return site_client


def read(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_child_is_added_with_one_tap_and_stands_on_the_list(counter, child):
    assert "Can Y." in read(counter, ADD)
    counter.post("/childcare/add/", PLACE | {"child": child.pk})
    text = read(counter, "/childcare/")
    assert "Can Y." in text
    assert "1 of 15 places taken" in text


def test_the_page_tells_nothing_of_the_family(counter, child, childcare_worker):
    record_attendance(child=child, on=TODAY, day_part="morning", by=childcare_worker)
    for url in ("/childcare/", ADD):
        text = read(counter, url)
        for secret in ("Yıldız", "Ayşe", "0475", child.family.reference):
            assert secret not in text


def test_only_children_of_families_in_guidance_are_offered(counter, child, childcare_worker):
    other = child_of(household("Smets"), "Noor")
    assert list(children_in_care(childcare_worker)) == [child]
    assert counter.post("/childcare/add/", PLACE | {"child": other.pk}).status_code == 404


def test_who_came_lately_is_still_offered_after_guidance_ended(child, childcare_worker):
    record_attendance(child=child, on=TODAY, day_part="morning", by=childcare_worker)
    child.family.cases.update(ended_on=TODAY, end_reason="moved")
    assert list(children_in_care(childcare_worker)) == [child]


def test_childcare_knows_the_state_by_the_name_that_guidance_gave_it():
    assert states.get("in_guidance") is not None


@pytest.mark.parametrize(("text", "found"), [("ca", 1), ("can y", 1), ("can p", 0), ("y", 0)])
def test_children_are_found_by_first_name_and_initial(child, childcare_worker, text, found):
    assert len(find_children(childcare_worker, TODAY, "morning", text)) == found


def test_who_is_there_already_is_not_offered_again(child, childcare_worker):
    record_attendance(child=child, on=TODAY, day_part="morning", by=childcare_worker)
    assert not find_children(childcare_worker, TODAY, "morning", "")
    assert find_children(childcare_worker, TODAY, "afternoon", "")


def test_a_full_day_part_says_which_rule_and_who_said_so(counter, child, childcare_worker):
    family = guided("Smets")
    for number in range(15):
        other = child_of(family, f"Kind {number}")
        record_attendance(child=other, on=TODAY, day_part="morning", by=childcare_worker)
    assert "City of Mechelen, slides on 38 VOLT" in read(counter, "/childcare/")
    answer = counter.post("/childcare/add/", PLACE | {"child": child.pk}, follow=True)
    assert "All 15 places" in answer.content.decode()
    assert not child.attendances.exists()


def test_a_mistake_is_taken_back(counter, child, childcare_worker):
    recorded = record_attendance(child=child, on=TODAY, day_part="morning", by=childcare_worker)
    url = f"/childcare/attendances/{recorded.attendance.pk}/undo/"
    for _time in range(2):
        assert counter.post(url).status_code == 302
    assert not Attendance.objects.exists()


def test_a_closed_weekday_shows_only_what_is_open(counter, child):
    text = read(counter, f"/childcare/?on={WEDNESDAY}")
    assert 'id="morning"' in text
    assert 'id="afternoon"' not in text


@pytest.mark.parametrize("on", ["2027-01-01", "yesterday", ""])
def test_a_day_that_is_none_or_still_to_come_is_today(counter, child, on):
    assert "In care today" in read(counter, f"/childcare/?on={on}")


def test_looking_at_a_day_is_logged(counter, child):
    read(counter, "/childcare/")
    assert Entry.objects.filter(kind="read", object_type="childcare.day").count() == 1


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("childcare_worker", 200),
        ("team_coach", 200),
        ("coach", 200),
        ("coordinator", 200),
        ("administrator", 403),
        ("stranger", 403),
    ],
)
@pytest.mark.parametrize("url", ["/childcare/", ADD])
def test_who_may_look(site_client, child, request, url, role, status):
    site_client.force_login(request.getfixturevalue(role))
    assert site_client.get(url).status_code == status


@pytest.mark.parametrize("role", ["administrator", "stranger"])
def test_a_post_by_somebody_else_changes_nothing(site_client, child, request, role):
    site_client.force_login(request.getfixturevalue(role))
    sent = PLACE | {"child": child.pk}
    assert site_client.post("/childcare/add/", sent).status_code == 403
    assert not Attendance.objects.exists()


def test_ten_times_the_children_ask_no_more_queries(counter, childcare_worker, child):
    read(counter, "/childcare/")
    counted = []
    for start, places in ((0, 2), (2, 13)):
        family = guided("Smets")
        for number in range(start, start + places):
            other = child_of(family, f"Kind {number}")
            record_attendance(child=other, on=TODAY, day_part="morning", by=childcare_worker)
        for url in ("/childcare/", ADD):
            with CaptureQueriesContext(connection) as captured:
                read(counter, url)
            counted.append(len(captured))
    assert counted[:2] == counted[2:]
    assert max(counted) <= 14


def test_staff_sees_on_the_page_of_today_where_places_are(child, childcare_worker, coach):
    groups = {group.group.code: group for group in today.groups_for(childcare_worker, TODAY)}
    assert [item.text for item in groups["childcare_today"].items] == [
        "0 of 15 places taken",
        "0 of 15 places taken",
    ]
    assert "childcare_today" not in {g.group.code for g in today.groups_for(coach, TODAY)}


def test_the_timeline_tells_a_month_in_one_line(child, coach):
    for days in range(3):
        on = TODAY - timedelta(days=days)
        record_attendance(child=child, on=on, day_part="morning", by=coach)
    titles = [entry.title for entry in timeline.entries_for(child.family, coach)]
    assert "Childcare: 3 day-parts in Nov\xa02026" in titles


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2026, 11, 1), "0 months"),
        (date(2026, 10, 19), "1 month"),
        (date(2024, 12, 1), "23 months"),
        (date(2024, 11, 19), "2 years"),
        (date(2024, 8, 19), "2 years and 3 months"),
        (None, ""),
    ],
)
def test_an_age_is_said_in_months_until_two(born, words):
    assert age_in_words(born, TODAY) == words
