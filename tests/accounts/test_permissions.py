"""Every door of accounts, tried by everybody: with the right, without it, and as a stranger."""

import pytest
from django.urls import URLPattern

from core.accounts import services
from core.accounts.enums import Role
from core.accounts.web.urls import plain_urlpatterns, urlpatterns

pytestmark = pytest.mark.django_db

PEOPLE = {
    "nobody": None,
    "stranger": "stranger",
    "coach": "coach",
    "coordinator": "coordinator",
    "administrator": "administrator",
}

#: verb, address, and the status for nobody, stranger, coach, coordinator, administrator
TABLE = [
    ("get", "/sign-in/", 200, 302, 302, 302, 302),
    ("post", "/sign-out/", 302, 302, 302, 302, 302),
    ("get", "/password/forgotten/", 200, 200, 200, 200, 200),
    ("get", "/password/forgotten/sent/", 200, 200, 200, 200, 200),
    ("get", "/password/new/1/?key=x", 410, 410, 410, 410, 410),
    ("post", "/language/", 302, 302, 302, 302, 302),
    ("get", "/accounts/invitation/guess/", 410, 410, 410, 410, 410),
    ("get", "/accounts/profile/", 302, 403, 200, 200, 200),
    ("get", "/accounts/profile/password/", 302, 403, 200, 200, 200),
    ("get", "/accounts/people/", 302, 403, 403, 200, 200),
    ("get", "/accounts/log/", 302, 403, 403, 200, 200),
    ("get", "/accounts/people/invite/", 302, 403, 403, 403, 200),
    ("post", "/accounts/people/invite/", 302, 403, 403, 403, 200),
    ("get", "/accounts/people/{colleague}/", 302, 403, 403, 403, 200),
    ("post", "/accounts/people/{colleague}/", 302, 403, 403, 403, 200),
    ("post", "/accounts/people/{colleague}/switch-off/", 302, 403, 403, 403, 302),
    ("post", "/accounts/people/{colleague}/switch-on/", 302, 403, 403, 403, 302),
    ("get", "/accounts/people/{colleague}/switch-off/", 302, 403, 403, 403, 405),
    ("get", "/accounts/people/0/", 302, 403, 403, 403, 404),
    ("post", "/accounts/invitations/{invitation}/send-again/", 302, 403, 403, 403, 302),
    ("post", "/accounts/invitations/{invitation}/withdraw/", 302, 403, 403, 403, 302),
    ("get", "/api/v1/me/", 401, 403, 200, 200, 200),
    ("get", "/api/v1/people/", 401, 403, 403, 200, 200),
    ("post", "/api/v1/people/", 401, 403, 403, 403, 403),
]

CASES = [
    (verb, address, person, status)
    for verb, address, *statuses in TABLE
    for person, status in zip(PEOPLE, statuses, strict=True)
]


@pytest.fixture
def places(administrator, colleague):
    issued = services.invite(
        by=administrator, email="nora@site.example", name="Nora", roles=[Role.FAMILY_COACH]
    )
    return {"colleague": colleague.pk, "invitation": issued.invitation.pk}


@pytest.mark.parametrize(("verb", "address", "person", "status"), CASES)
def test_each_door_opens_for_its_roles_alone(
    verb, address, person, status, site_client, request, places
):
    if PEOPLE[person]:
        site_client.force_login(request.getfixturevalue(PEOPLE[person]))
    answer = getattr(site_client, verb)(address.format(**places))
    assert answer.status_code == status


def test_every_door_says_who_may_open_it():
    for pattern in [*urlpatterns, *plain_urlpatterns]:
        assert isinstance(pattern, URLPattern)
        assert pattern.callback.access


def test_every_door_stands_in_the_table():
    asked = {address.split("?")[0].strip("/").removeprefix("accounts/") for _, address, *_ in TABLE}
    for pattern in [*urlpatterns, *plain_urlpatterns]:
        assert any(pattern.pattern.regex.match(f"{one.format(**_NUMBERS)}/") for one in asked)


_NUMBERS = {"colleague": 1, "invitation": 1}
