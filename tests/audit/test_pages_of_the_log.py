"""The log a page at a time, without counting it."""

import datetime

import pytest
from django.utils import timezone

from core.audit.models import Entry
from core.audit.selectors import page_of
from core.audit.services import record_view

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(coach):
    return [record_view(by=coach, object_type="families.family", object_id=n) for n in range(7)]


def test_pages_follow_each_other_and_end(entries, coach):
    seen, before = [], None
    for _ in range(3):
        page = page_of(Entry.objects.of_person(coach.pk), before=before, length=3)
        seen += page.entries
        before = page.older
    assert before is None
    assert seen == entries[::-1]


def test_entries_of_one_moment_are_neither_lost_nor_doubled(coach):
    at = timezone.now() - datetime.timedelta(days=1)
    made = Entry.objects.bulk_create(
        Entry(at=at, actor="x", kind="read", action="a", object_type="t", object_id=str(n))
        for n in range(4)
    )
    written = Entry.objects.filter(actor="x")
    first = page_of(written, length=2)
    second = page_of(written, before=first.older, length=2)
    assert [*first.entries, *second.entries] == made[::-1]


def test_an_unknown_place_gives_the_first_page(entries):
    assert page_of(Entry.objects.all(), before=10**12).entries[0] == entries[-1]


def test_a_page_costs_two_statements(entries, django_assert_num_queries):
    with django_assert_num_queries(2):
        page_of(Entry.objects.all(), before=entries[-1].pk)
