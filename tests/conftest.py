"""The fixed cast and the databases of the tests.

A test runs in a transaction as the database role of partner Mechelen, so that every test
also proves the grants. `@pytest.mark.identity("programme")` (or "public", "owner", "gent")
makes it run as somebody else; `@pytest.mark.own_database` gives it a database to commit to.
"""

import os

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from core.accounts.enums import Role
from core.partners import directory
from core.partners.context import OWNER, PROGRAMME, PUBLIC, ROUTER, activate
from core.partners.models import Partner
from pace.running.chromium import launch_arguments
from tests import database
from tests.cast import staff_member

KINDS = {"programme": PROGRAMME, "public": PUBLIC, "owner": OWNER, "router": ROUTER}


def pytest_configure(config):
    """Do not let the tests hear the machine's language or time zone."""
    os.environ["TZ"] = "UTC"
    # Playwright keeps an event loop in this thread; Django would take our queries for async.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def template_database(django_db_blocker):
    """The name of the template database of this state of the code."""
    with django_db_blocker.unblock():
        return database.ensure_template()


@pytest.fixture(scope="session")
def django_db_setup(template_database, django_db_blocker):
    """Replace pytest-django's own: a clone of the template for this worker."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"pace_test_{os.getpid()}_{worker}"
    with django_db_blocker.unblock():
        database.clone(template_database, name)
        database.use(name)
    yield name
    with django_db_blocker.unblock():
        connection.close()
        database.use("postgres")
        database.drop(name)


def _identity_of(item):
    marker = item.get_closest_marker("identity")
    kind = marker.args[0] if marker else "mechelen"
    if kind in KINDS:
        return KINDS[kind]
    activate(OWNER)
    return Partner.objects.get(slug=kind)


@pytest.fixture(autouse=True)
def _identity(request):
    """Be somebody before the test's transaction begins; be nobody in particular afterwards."""
    needs = {"db", "transactional_db", "own_database"} & set(request.fixturenames)
    marked = request.node.get_closest_marker("django_db")
    if not needs and not marked:
        yield
        return
    setup = request.getfixturevalue("django_db_setup")
    with request.getfixturevalue("django_db_blocker").unblock():
        own = None
        if request.node.get_closest_marker("own_database"):
            own = f"{setup}_own"
            database.clone(request.getfixturevalue("template_database"), own)
            database.use(own)
        directory.find_slug("mechelen")  # read the hosts now: a transaction could not be left
        activate(_identity_of(request.node))
    yield
    with request.getfixturevalue("django_db_blocker").unblock():
        if own:
            database.use(setup)
            database.drop(own)
        directory.forget()


@pytest.fixture(autouse=True)
def _django_db_marker(request, _identity):
    """The marker's own fixture, after `_identity`: inside a transaction nobody can be changed."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("_django_db_helper")


@pytest.fixture
def own_database(_identity, django_db_blocker):
    """A database of the test's own, in which it may commit and change partners."""
    with django_db_blocker.unblock():
        yield


def pytest_collection_modifyitems(items):
    """`own_database` needs no second marker: the fixture comes with it."""
    for item in items:
        if item.get_closest_marker("own_database"):
            item.fixturenames.insert(0, "own_database")


@pytest.fixture
def coach(db):
    """A family coach of Mechelen."""
    return staff_member("An Peeters", Role.FAMILY_COACH)


@pytest.fixture
def colleague(db):
    """Another family coach of the same site."""
    return staff_member("Bilal Haddad", Role.FAMILY_COACH)


@pytest.fixture
def coordinator(db):
    """The coordinator of the site."""
    return staff_member("Carine Wouters", Role.COORDINATOR)


@pytest.fixture
def childcare_worker(db):
    """A childcare worker: sees children, never a family's situation."""
    return staff_member("Dina Claes", Role.CHILDCARE_WORKER)


@pytest.fixture
def team_coach(db):
    """The coach of the childcare team."""
    return staff_member("Els Maes", Role.TEAM_COACH)


@pytest.fixture
def administrator(db):
    """The site's administrator: people and settings, no families."""
    return staff_member("Farid Amrani", Role.SITE_ADMINISTRATOR)


@pytest.fixture
def stranger(db):
    """Somebody with an account and no role at all."""
    return staff_member("Geen Rol")


@pytest.fixture
def lead_partner(db):
    """On the programme's host (use with `identity("programme")`)."""
    return staff_member("Hilde Lead", Role.LEAD_PARTNER)


@pytest.fixture
def site_client(client):
    """A client that speaks to Mechelen's host."""
    client.defaults["HTTP_HOST"] = "mechelen.localhost"
    return client


@pytest.fixture
def programme_client(client):
    """A client that speaks to the programme's host."""
    client.defaults["HTTP_HOST"] = "programme.localhost"
    return client


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the session."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        yield browser
        browser.close()
