"""The permission matrix: role × route, each cell tested both ways, from the URL table."""

import pytest
from django.conf import settings
from django.urls import reverse

from core.accounts.enums import PROGRAMME_ROLES, SITE_ROLES
from tests.cast import staff_member
from tests.permissions.routes import all_routes
from tests.permissions.table import rows

ROWS = rows()
HOSTS = {"partner": "mechelen.localhost", "programme": "programme.localhost"}
ROLES = {"partner": sorted(SITE_ROLES), "programme": sorted(PROGRAMME_ROLES)}


def test_every_route_has_a_row_and_every_row_a_route():
    assert {route.key for route in all_routes()} == set(ROWS)


def wrong_cells(client, host, role):
    """Ask every route of a host with every verb; return the cells that answer otherwise."""
    wrong = []
    for route in (route for route in all_routes() if route.host == host):
        url = reverse(route.name, settings.HOST_URLCONFS[host], kwargs=dict(route.kwargs))
        for verb, roles in ROWS[route.key].items():
            client.raise_request_exception = False
            response = client.generic(verb, url, HTTP_HOST=HOSTS[host])
            refused = response.status_code in (401, 403) or "sign-in" in response.get(
                "Location", ""
            )
            expected = "anybody" in roles or role in roles
            if refused == expected or response.status_code >= 500:
                wrong.append((verb, url, role, response.status_code))
    return wrong


@pytest.mark.django_db
@pytest.mark.parametrize("role", [*ROLES["partner"], "nobody", "signed-out"])
def test_a_site_opens_to_its_roles_and_to_no_others(client, role):
    sign_in(client, role)
    assert wrong_cells(client, "partner", role) == []


@pytest.mark.django_db
@pytest.mark.identity("programme")
@pytest.mark.parametrize("role", [*ROLES["programme"], "nobody", "signed-out"])
def test_the_programme_opens_to_its_roles_and_to_no_others(client, role):
    sign_in(client, role)
    assert wrong_cells(client, "programme", role) == []


@pytest.mark.django_db
def test_the_matrix_sees_a_door_left_open(client, monkeypatch):
    monkeypatch.setitem(ROWS, "partner families:list", {"GET": frozenset()})
    sign_in(client, "family_coach")
    assert [cell[1] for cell in wrong_cells(client, "partner", "family_coach")] == ["/families/"]


def sign_in(client, role):
    if role == "signed-out":
        return
    client.force_login(staff_member("Somebody", *([] if role == "nobody" else [role])))
