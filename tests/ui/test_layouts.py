"""Every layout and error page renders with nothing at all, and with everything."""

from types import SimpleNamespace

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.template import Context, engines
from django.test import RequestFactory

from core.ui import notices
from core.ui.context import interface, site_of
from core.ui.navigation import NavigationEntry
from core.ui.web import errors

pytestmark = pytest.mark.urls("tests.ui.addresses")

LAYOUTS = ["base", "site", "programme", "public", "plain"]
ERRORS = ["400.html", "403.html", "404.html", "500.html", "403_csrf.html"]


def render(name, context=None):
    engine = engines["django"].engine
    return engine.get_template(name).render(Context(context or {}))


def page(layout, **context):
    source = (
        "{% extends layout %}{% block title %}T{% endblock %}{% block content %}C{% endblock %}"
    )
    template = engines["django"].engine.from_string(source)
    return template.render(Context({"layout": f"layouts/{layout}.html", **context}))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_renders_with_an_empty_context(layout):
    drawn = page(layout)
    assert '<main id="content"' in drawn and 'href="#content"' in drawn
    assert '<html lang="' in drawn


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_renders_with_an_empty_context(name):
    assert render(name).count("<h1>") == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_written_into_the_page_that_the_policy_forbids(layout):
    drawn = page(layout)
    assert " style=" not in drawn and "<script>" not in drawn and " onclick" not in drawn
    assert '"allowEval":false' in drawn and '"includeIndicatorStyles":false' in drawn


@pytest.mark.parametrize("layout", ["site", "programme"])
def test_the_frame_shows_tasks_in_the_rail_and_in_the_bottom_bar(layout):
    entry = NavigationEntry("Families", "/families/", "people", "daily", current=True, mobile=True)
    drawn = page(layout, navigation=[entry])
    assert drawn.count('href="/families/" aria-current="page"') == 2


def test_the_reader_signs_out_by_a_form():
    reader = SimpleNamespace(is_authenticated=True, name="Lotte Maes", email="l@x.example")
    drawn = page("site", user=reader)
    assert 'action="/accounts/logout/" method="post"' in drawn
    assert "Lotte Maes" in drawn and ">LM<" in drawn


def test_a_language_is_chosen_by_a_form_that_needs_no_script():
    site = SimpleNamespace(name="Gent", languages=[("nl-be", "Nederlands"), ("fr", "Français")])
    drawn = page("site", site=site)
    assert 'name="language" value="fr" lang="fr"' in drawn


def test_a_host_without_an_activation_is_public_and_has_no_tasks():
    context = interface(RequestFactory().get("/"))
    assert context["site"].kind == "public" and context["site"].name == "PACE"
    assert list(context["navigation"]) == [] and not context["search_url"]


def test_the_site_is_named_by_its_activation():
    request = RequestFactory().get("/")
    request.activation = SimpleNamespace(
        kind="partner", name="Gent", slug="gent", languages=["nl-be", "fr"]
    )
    site = site_of(request)
    assert (site.name, site.languages) == ("Gent", [("nl-be", "Nederlands"), ("fr", "Français")])


def test_two_kinds_of_dutch_are_told_apart_by_country():
    request = RequestFactory().get("/")
    request.activation = SimpleNamespace(kind="programme", languages=["nl-be", "nl-nl", "en-gb"])
    labels = [label for _code, label in site_of(request).languages]
    assert labels == ["Nederlands (BE)", "Nederlands (NL)", "English"]


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.forbidden, 403),
        (errors.not_found, 404),
        (errors.csrf_failure, 403),
    ],
)
def test_an_error_answers_with_its_status(view, status):
    assert view(RequestFactory().get("/")).status_code == status
    assert errors.server_error(RequestFactory().get("/")).status_code == 500


def test_a_refusal_tells_its_reason_escaped():
    answer = errors.forbidden(
        RequestFactory().get("/"), PermissionDenied("Only <b>coaches</b> & co.")
    )
    assert "Only coaches &amp; co." in answer.content.decode()


def test_a_notice_may_be_undone_by_a_form():
    request = RequestFactory().get("/")
    request._messages = CookieStorage(request)
    notices.announce(request, "Ended.", undo_url="/undo/7/")
    drawn = page("site", messages=list(request._messages))
    assert 'action="/undo/7/" method="post"' in drawn and "Ended." in drawn
