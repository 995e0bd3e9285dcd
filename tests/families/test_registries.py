"""The registers through which the other apps add to a family's pages."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db.models import Q

from tenants.families.events import Events
from tenants.families.models import Family, Situation
from tenants.families.references import take_references
from tenants.families.states import FamilyState, States
from tenants.families.timeline import Timeline, TimelineEntry
from tenants.families.today import Today, TodayGroup, TodayItem


def test_the_timeline_shows_the_newest_first_and_keeps_the_order_of_a_day():
    timeline = Timeline()
    first, second = (TimelineEntry(on=date(2026, 3, 1), title=title) for title in "ab")
    later = TimelineEntry(on=date(2026, 4, 1), title="c")
    timeline.register_source(lambda family, user: [later])
    timeline.register_source(lambda family, user: [first, second])

    assert [entry.title for entry in timeline.entries_for(None, None)] == ["c", "b", "a"]


def test_today_groups_the_items_of_all_sources():
    today = Today()
    late, early = TodayGroup("late", "Late", order=2), TodayGroup("early", "Early", order=1)
    today.register_source(lambda user, day: [TodayItem(late, "x", "/x/")])
    today.register_source(
        lambda user, day: [TodayItem(early, "y", "/y/"), TodayItem(late, "more", "/", stands_for=7)]
    )

    groups = today.groups_for(None, date(2026, 3, 1))

    assert [(shown.group.code, shown.count) for shown in groups] == [("early", 1), ("late", 8)]


def test_a_source_is_added_only_once():
    def source(family, user):
        return []

    timeline = Timeline()
    timeline.register_source(source)
    with pytest.raises(ValueError, match="already"):
        timeline.register_source(source)


@pytest.mark.django_db
def test_everyone_who_listens_hears_an_event_with_its_payload():
    events, heard = Events(), []
    events.subscribe("x.happened", lambda **payload: heard.append(payload))
    events.announce("x.happened", on=date(2026, 1, 2))
    events.announce("y.happened", on=date(2026, 1, 3))

    assert heard == [{"on": date(2026, 1, 2)}]


@pytest.mark.django_db
def test_references_count_on_within_their_year():
    assert take_references(2026) == ["F-2026-0001"]
    assert take_references(2026, 2) == ["F-2026-0002", "F-2026-0003"]
    assert take_references(2027) == ["F-2027-0001"]


@pytest.mark.django_db
def test_a_family_is_in_the_furthest_state_that_holds():
    states = States()
    states.register(FamilyState("named", "Named", 10, lambda: ~Q(name="")))
    states.register(FamilyState("phone", "Phone", 20, lambda: ~Q(phone="")))
    Family.objects.create(reference="F-1", name="Yilmaz")
    Family.objects.create(reference="F-2", name="Peeters", phone="0475 12 34 56")

    found = Family.objects.annotate(state=states.as_expression()).order_by("reference")

    assert [family.state for family in found] == ["named", "phone"]
    assert found[1].phone_digits == "0475123456"


@pytest.mark.django_db
def test_a_situation_computes_the_ages_on_the_day_in_question():
    family = Family.objects.create(reference="F-1", name="Yilmaz")
    guardian = family.guardians.create(
        first_name="Ayşe", last_name="Yilmaz", birth_date=date(1996, 2, 29)
    )
    family.children.create(first_name="Can", last_name="Yilmaz", birth_date=date(2025, 1, 31))
    family.children.create(first_name="Ece", last_name="Yilmaz", birth_date=date(2022, 6, 1))
    Situation.objects.create(family=family, guardian=guardian, assessed_on=date(2026, 2, 1))

    situation = Situation.objects.with_computed(on=date(2026, 2, 28)).get()

    assert situation.youngest_child_age_months == 12
    assert situation.number_of_children == 2
    assert situation.parent_age_years == 29
    assert SimpleNamespace(**situation.stored_answers()).lone_parent is None
