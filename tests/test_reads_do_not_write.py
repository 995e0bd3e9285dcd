"""Reading changes nothing but the access log: every GET route of a site is asked and watched."""

import re
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from core.accounts.enums import Role
from core.accounts.services.invitations import invite
from tests.comparison.collected import QUERY as COMPARED
from tests.comparison.collected import collect_three
from tests.lived_in import NOON, lived_in
from tests.permissions.routes import all_routes
from tests.permissions.table import rows

pytestmark = pytest.mark.django_db

WRITING = re.compile(
    r"\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate|copy)\s+(?:only\s+)?\"?(\w+)"
    r"|\b(nextval|setval)\b",
    re.IGNORECASE,
)
ACCESS_LOG = "audit_entry"
#: 405 answers what is for POST alone, 410 a link to a new password that is void.
ANSWERS = (200, 302, 405, 410)
QUERIES = {
    "childcare:add": "?day_part=morning",
    "families:decision": "?replay",
    "reporting:figures": "?end=2026-06-30",
    "guidance:cases": "?coach=all",
    "learning:trainings": "?show=ever",
    "comparison:compare": f"?{urlencode(COMPARED)}",
    "comparison:pair": f"?{urlencode(COMPARED)}",
    "api-collected": "?site=mechelen",
    "api-comparison": "?indicator=in_trajectory&period_start=2020-01-01&period_end=2020-02-29",
}


def writes_in(sql: str) -> list[str]:
    """The tables that a statement writes to, without the access log; locks count as none."""
    found = WRITING.finditer(re.sub(r"\bfor\s+(no\s+key\s+)?update\b", "", sql, flags=re.I))
    return [name for match in found if (name := match[1] or match[2]) != ACCESS_LOG]


def readable(host, by=""):
    """The routes of a host that are read, of all or of those that are open to `by`."""
    found = [route for route in all_routes() if route.host == host]
    return [
        route
        for route in found
        if "GET" in rows()[route.key] and (not by or by in rows()[route.key]["GET"])
    ]


def wrong_reads(client, routes, parts_of):
    """Read every route; what was written besides the log, and what did not answer."""
    wrong = {}
    for route in routes:
        urls = settings.HOST_URLCONFS[route.host]
        url = reverse(route.name, urls, kwargs=parts_of(route)) + QUERIES.get(route.name, "")
        watch = Watch()
        with connection.execute_wrapper(watch):
            response = client.get(url)
        if watch.written or response.status_code not in ANSWERS:
            wrong[f"{route.name} {url}"] = (response.status_code, watch.written)
    return wrong


class Watch:
    """Every statement that writes, as an execute wrapper."""

    def __init__(self):
        self.written, self.logged = [], 0

    def __call__(self, execute, sql, params, many, context):
        self.written += writes_in(sql)
        self.logged += ACCESS_LOG in sql and sql.startswith("INSERT")
        return execute(sql, params, many, context)


@pytest.fixture
def site(time_machine, coordinator, site_client):
    """A site with a row behind every address, looked at by its coordinator."""
    time_machine.move_to(NOON, tick=False)
    coordinator.roles = [*coordinator.roles, Role.SITE_ADMINISTRATOR]
    coordinator.save()
    site = lived_in(coordinator)
    site_client.force_login(coordinator)
    return site


def test_no_page_of_a_site_writes_anything_but_the_access_log(site, site_client):
    assert wrong_reads(site_client, readable("partner"), site.parts_of) == {}


def test_no_page_writes_for_a_stranger(site, site_client):
    site_client.logout()
    assert wrong_reads(site_client, readable("partner", "anybody"), site.parts_of) == {}


@pytest.mark.identity("programme")
def test_no_page_of_the_programme_writes_anything(programme_client, lead_partner):
    collect_three()
    programme_client.force_login(lead_partner)
    issued = invite(
        by=lead_partner, email="new@pace.example", name="New Person", roles=[Role.RESEARCHER]
    )
    parts = {"user_id": lead_partner.pk, "invitation_id": issued.invitation.pk}
    parts |= {"token": issued.token, "first": "gent", "second": "mechelen"}
    routes = readable("programme")
    assert wrong_reads(programme_client, routes, lambda r: {k: parts[k] for k, _ in r.kwargs}) == {}


def test_opening_a_familys_file_writes_to_the_access_log(site, site_client):
    watch = Watch()
    with connection.execute_wrapper(watch):
        site_client.get(f"/families/{site.guided.family.reference}/")
    assert watch.logged == 1


def test_the_watch_sees_a_write(site, site_client):
    watch = Watch()
    with connection.execute_wrapper(watch):
        site_client.post(reverse("childcare:undo", args=[site.numbers["childcare:undo"]]))
    assert watch.written == ["childcare_attendance"]


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ('UPDATE "families_family" SET "name" = %s', ["families_family"]),
        ('WITH gone AS (DELETE FROM "families_child") SELECT 1', ["families_child"]),
        ("SELECT nextval('numbers')", ["nextval"]),
        ('INSERT INTO "audit_entry" ("at") VALUES (%s)', []),
        ('SELECT 1 FROM "families_family" FOR UPDATE OF "families_family"', []),
        ('SELECT "families_family"."updated" FROM "families_family"', []),
    ],
)
def test_it_reads_from_a_statement_what_is_written(sql, tables):
    assert writes_in(sql) == tables
