"""The frame shows what a role may do, and where the reader is."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.test import override_settings
from django.urls import include, path

from core.ui.navigation import Navigation, NavigationItem


def nowhere(request):
    """A page for addresses only."""


urlpatterns = [
    path("", nowhere, name="today"),
    path("families/", nowhere, name="families"),
    path("families/import/", nowhere, name="import"),
    path("childcare/", nowhere, name="childcare"),
    path("figures/", include([path("", nowhere, name="figures")])),
    path("learning/", nowhere, name="learning"),
]


def reader(*roles):
    return SimpleNamespace(is_authenticated=True, has_role=lambda *asked: bool({*asked} & {*roles}))


@pytest.fixture
def navigation():
    register = Navigation()
    for order, name in enumerate(["today", "families", "childcare", "figures", "learning"]):
        item = NavigationItem("site", "daily", name, name, "sun", ("coach",), order, mobile=True)
        register.register(item)
    register.register(NavigationItem("site", "manage", "Import", "import", "upload", ("boss",), 9))
    with override_settings(ROOT_URLCONF=__name__):
        yield register


def test_a_reader_sees_the_tasks_of_their_role(navigation):
    seen = [entry.label for entry in navigation.items_for("site", reader("boss"), "/")]
    assert seen == ["Import"]


def test_the_other_host_has_its_own(navigation):
    assert navigation.items_for("programme", reader("coach", "boss"), "/") == []


def test_a_stranger_sees_nothing(navigation):
    assert navigation.items_for("site", SimpleNamespace(is_authenticated=False), "/") == []
    assert navigation.items_for("site", None, "/") == []


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/", ["today"]),
        ("/families/", ["families"]),
        ("/families/12/", ["families"]),
        ("/families/import/", ["Import"]),
        ("/accounts/", []),
    ],
)
def test_one_place_is_the_current_one(navigation, address, current):
    entries = navigation.items_for("site", reader("coach", "boss"), address)
    assert [entry.label for entry in entries if entry.current] == current


def test_four_places_stand_in_the_bottom_bar(navigation):
    entries = navigation.items_for("site", reader("coach"), "/")
    assert [entry.mobile for entry in entries] == [True, True, True, True, False]


def test_what_a_role_does_every_day_has_a_place_in_a_full_bottom_bar(navigation):
    report = NavigationItem("site", "daily", "Report", "import", "sun", order=8, mobile=True)
    other = Navigation()
    for item in [*navigation.items("site"), replace(report, daily_for={"coach"})]:
        if item.label != "Import":
            other.register(item)
    entries = other.items_for("site", reader("coach"), "/")
    shown = [entry.label for entry in entries if entry.mobile]
    assert shown == ["today", "families", "childcare", "Report"]


def test_a_new_section_is_marked(navigation):
    entries = navigation.items_for("site", reader("coach", "boss"), "/")
    assert [entry.label for entry in entries if entry.starts_section] == ["Import"]


def test_a_page_that_this_host_does_not_have_is_left_out(navigation):
    navigation.register(NavigationItem("site", "daily", "Gone", "gone:list", "sun"))
    assert "Gone" not in [e.label for e in navigation.items_for("site", reader(), "/")]


def test_a_page_stands_once(navigation):
    with pytest.raises(ValueError, match="already has 'today'"):
        navigation.register(NavigationItem("site", "daily", "Again", "today", "sun"))


def test_a_host_that_we_do_not_have_is_refused(navigation):
    with pytest.raises(ValueError, match="none of"):
        navigation.register(NavigationItem("public", "daily", "Start", "today", "sun"))
