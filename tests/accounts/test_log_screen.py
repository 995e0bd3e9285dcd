"""Who did and who read what, on the screen."""

import pytest

from core.audit.models import Entry
from core.audit.services import record, record_view

pytestmark = pytest.mark.django_db
LOG = "/accounts/log/"


@pytest.fixture
def log(site_client, coordinator):
    coordinator.language = "en-gb"
    coordinator.save()
    site_client.force_login(coordinator)
    return lambda **given: site_client.get(LOG, given)


@pytest.fixture
def entries(coach, colleague):
    return [
        record_view(by=coach, object_type="families.family", object_id=3, family_id=3),
        record(by=coach, action="accounts.roles_changed", object_type="accounts.user", object_id=1),
        record_view(by=colleague, object_type="families.family", object_id=4, family_id=4),
    ]


def shown(page):
    return [row["entry"] for row in page.context["rows"]]


def test_it_shows_the_newest_first_in_words(log, entries):
    page = log()
    assert shown(page)[:3] == entries[::-1]
    assert "Opened" in page.text
    assert "Roles changed" in page.text


@pytest.mark.parametrize(
    ("chosen", "positions"),
    [
        ({"kind": "read"}, [2, 0]),
        ({"kind": "write"}, [1]),
        ({"family": "4"}, [2]),
        ({"family": "99"}, []),
    ],
)
def test_it_shows_what_is_asked_for(log, entries, chosen, positions):
    found = [entry for entry in shown(log(**chosen)) if entry in entries]
    assert found == [entries[position] for position in positions]


def test_it_shows_what_one_person_did(log, entries, coach):
    assert shown(log(person=coach.pk, kind="read")) == [entries[0]]


@pytest.mark.parametrize(
    "nonsense",
    [{"kind": "x"}, {"person": "x"}, {"before": "x"}, {"before": "9" * 40}, {"family": "²"}],
)
def test_nonsense_in_the_address_is_as_good_as_nothing(log, entries, nonsense):
    assert shown(log(**nonsense))[:3] == entries[::-1]


def test_older_entries_are_a_page_further(log, coach):
    made = [record_view(by=coach, object_type="families.family", object_id=n) for n in range(60)]
    first = log(person=coach.pk)
    assert shown(first) == made[:-51:-1]
    second = log(person=coach.pk, before=shown(first)[-1].pk)
    assert shown(second) == made[9::-1]
    assert f"person={coach.pk}&amp;before=" in first.text


def test_it_costs_the_same_however_long_the_log_is(log, coach, django_assert_max_num_queries):
    for number in range(120):
        record_view(by=coach, object_type="families.family", object_id=number)
    with django_assert_max_num_queries(6):
        log(before=Entry.objects.latest("pk").pk)


def test_it_does_not_write_into_itself(log, entries):
    before = Entry.objects.count()
    log()
    assert Entry.objects.count() == before
