"""What a view declares about who may open it, and that nothing gets past it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views import View

from core.accounts.access import (
    ANYBODY,
    DeclaredAccess,
    NotPermitted,
    check,
    declare,
    open_to_all,
    requires,
)
from core.accounts.enums import Role
from core.accounts.middleware import DeclaredAccessMiddleware
from core.accounts.models import User

COACH = User(name="Coach", roles=[Role.FAMILY_COACH])
NOBODY = User(name="Nobody", roles=[])
GONE = User(name="Gone", roles=[Role.FAMILY_COACH], is_active=False)


def plain(request):
    return HttpResponse("served")


for_coaches = requires(Role.FAMILY_COACH)(plain)
for_all = open_to_all(why="A test.")(plain)


class ApiView:
    access_roles = {"GET": [Role.FAMILY_COACH], "PATCH": ANYBODY}


def api_view(request):
    return HttpResponse("served")


api_view.cls = ApiView


@pytest.fixture
def ask(rf):
    def ask(view, user, path="/families/", method="get", **headers):
        request = getattr(rf, method)(path, headers=headers)
        request.user = user
        answer = DeclaredAccessMiddleware(lambda _: None).process_view(request, view, (), {})
        return answer or view(request)

    return ask


def test_it_serves_who_has_the_role(ask):
    assert ask(for_coaches, COACH).content == b"served"


@pytest.mark.parametrize("user", [NOBODY, GONE])
def test_it_refuses_who_has_not(ask, user):
    with pytest.raises(NotPermitted):
        ask(for_coaches, user)


def test_it_sends_who_is_not_signed_in_to_sign_in_and_back(ask, settings):
    answer = ask(for_coaches, AnonymousUser(), path="/families/?page=2")
    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/?next=%2Ffamilies%2F%3Fpage%3D2"


def test_a_form_that_comes_too_late_is_not_sent_again(ask):
    answer = ask(for_coaches, AnonymousUser(), method="post")
    assert answer["Location"] == "/sign-in/"


def test_a_live_part_loads_the_sign_in_page_as_a_whole(ask):
    answer = ask(for_coaches, AnonymousUser(), **{"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/sign-in/")


def test_it_answers_a_program_with_401_and_403_as_json(ask):
    unknown = ask(for_coaches, AnonymousUser(), path="/api/v1/families/")
    without_role = ask(for_coaches, NOBODY, path="/api/v1/families/")
    assert [unknown.status_code, without_role.status_code] == [401, 403]
    assert unknown["Content-Type"] == without_role["Content-Type"] == "application/json"


def test_an_open_view_is_served_to_anybody(ask):
    assert ask(for_all, AnonymousUser()).content == b"served"


def test_a_view_without_a_declaration_is_refused(ask):
    with pytest.raises(NotPermitted):
        ask(plain, COACH)


def test_the_developer_is_told_which_view_forgot_to_declare(ask, settings):
    settings.DEBUG = True
    with pytest.raises(ImproperlyConfigured, match="plain"):
        ask(plain, COACH)


def test_the_declaration_holds_without_the_middleware(rf):
    request = rf.get("/")
    request.user = NOBODY
    with pytest.raises(NotPermitted):
        for_coaches(request)


def test_a_class_declares_through_its_dispatch(ask):
    @method_decorator(requires(Role.FAMILY_COACH), name="dispatch")
    class Page(View):
        def get(self, request):
            return HttpResponse("served")

    assert ask(Page.as_view(), COACH).content == b"served"
    with pytest.raises(NotPermitted):
        ask(Page.as_view(), NOBODY)


def test_somebody_elses_view_is_declared_where_it_is_routed(ask):
    assert ask(declare(plain, open_because="A test."), NOBODY).content == b"served"
    with pytest.raises(NotPermitted):
        ask(declare(plain, Role.COORDINATOR), COACH)


@pytest.mark.parametrize("declaration", [lambda: requires(), lambda: open_to_all(why="")])
def test_a_declaration_says_something(declaration):
    with pytest.raises(TypeError):
        declaration()


def test_an_api_view_is_left_to_its_own_declaration(ask):
    assert ask(api_view, NOBODY, path="/api/v1/x/").content == b"served"
    assert ask(api_view, AnonymousUser(), path="/api/v1/x/").status_code == 401
    assert ask(api_view, AnonymousUser(), path="/api/v1/x/", method="patch").status_code == 200


@pytest.mark.parametrize(
    ("method", "user", "allowed"),
    [
        ("GET", COACH, True),
        ("HEAD", COACH, True),
        ("OPTIONS", COACH, True),
        ("GET", NOBODY, False),
        ("GET", GONE, False),
        ("GET", AnonymousUser(), False),
        ("POST", COACH, False),
        ("PATCH", AnonymousUser(), True),
    ],
)
def test_the_api_allows_what_is_named_and_nothing_else(rf, method, user, allowed):
    request = rf.generic(method, "/api/v1/x/")
    request.user, request.resolver_match = user, None
    assert DeclaredAccess().has_permission(request, ApiView()) is allowed


def test_an_api_view_that_declares_nothing_is_refused(rf):
    request = rf.get("/api/v1/x/")
    request.user, request.resolver_match = COACH, None
    assert not DeclaredAccess().has_permission(request, object())


@pytest.mark.parametrize("user", [None, AnonymousUser(), NOBODY, GONE])
def test_a_service_refuses_who_has_not_the_role(user):
    with pytest.raises(NotPermitted):
        check(user, Role.FAMILY_COACH)


def test_a_service_lets_pass_who_has_it():
    check(COACH, Role.COORDINATOR, Role.FAMILY_COACH)
