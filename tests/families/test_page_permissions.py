"""Every page, by every role: with the right and without it; and in every language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenants.families.services import place_on_waiting_list
from tests.families.conftest import INTAKE

pytestmark = pytest.mark.django_db
PARENT = "/families/F-2026-0001/parents/{guardian}"
PAGES = [
    "/families/",
    "/families/register/",
    "/families/F-2026-0001/",
    "/families/F-2026-0001/children/add/",
    "/families/F-2026-0001/decisions/{decision}/",
    f"{PARENT}/referral/",
    f"{PARENT}/intake/",
    f"{PARENT}/decide/",
    f"{PARENT}/waiting-list/withdraw/",
]
POSTS = [
    f"{PARENT}/intake/check/",
    f"{PARENT}/next-step/",
    "/families/F-2026-0001/waiting-list/{entry}/resume/",
]
OUTSIDERS = ["stranger", "childcare_worker", "team_coach", "administrator"]


@pytest.fixture
def address(coach, decision):
    """Fill in the numbers of a family whose parent waits."""
    entry = place_on_waiting_list(by=coach, guardian=decision.guardian, since=INTAKE)
    numbers = {"guardian": decision.guardian_id, "decision": decision.pk, "entry": entry.pk}
    return lambda page: page.format(**numbers)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("person", ["coach", "colleague", "coordinator"])
def test_who_works_with_families_opens_it(page, person, address, request, site_client):
    site_client.force_login(request.getfixturevalue(person))
    assert site_client.get(address(page)).status_code == 200


@pytest.mark.parametrize("page", [*PAGES, *POSTS])
@pytest.mark.parametrize("person", OUTSIDERS)
def test_others_are_turned_away(page, person, address, request, site_client):
    site_client.force_login(request.getfixturevalue(person))
    assert site_client.get(address(page)).status_code == 403
    assert site_client.post(address(page)).status_code == 403


@pytest.mark.parametrize("page", [*PAGES, *POSTS])
def test_who_is_not_signed_in_is_asked_to(page, address, site_client):
    assert site_client.get(address(page))["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("page", POSTS[:1] + POSTS[2:])
def test_what_only_posts_refuses_a_get(page, address, coach, site_client):
    site_client.force_login(coach)
    assert site_client.get(address(page)).status_code == 405


@pytest.mark.parametrize("page", ["/", *PAGES])
def test_a_get_writes_nothing_but_the_access_log(page, address, coach, site_client):
    site_client.force_login(coach)
    with CaptureQueriesContext(connection) as captured:
        site_client.get(address(page))
    writes = [
        query["sql"]
        for query in captured
        if query["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")
    ]
    assert all("audit_entry" in sql for sql in writes), writes


@pytest.mark.parametrize("page", ["/", *PAGES])
@pytest.mark.parametrize("language", ["nl-be", "fr", "en-gb"])
def test_it_speaks_every_language_of_the_site(page, language, address, coach, site_client):
    coach.language = language
    coach.save()
    site_client.force_login(coach)
    answer = site_client.get(address(page))
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text
