"""Approved periods for the tests: a site with some history, in the first half of 2020."""

import pytest

from core.partners import tasks
from tenants.reporting import services
from tests.reporting.cast import day, decided, family, guided, parent, referred, situation, working

START, END = day("2020-01-01"), day("2020-06-30")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-11-22 10:00:00+01:00", tick=True)


@pytest.fixture
def in_english(request):
    """One of the cast by name, who reads English: the tests look for English words."""

    def in_english(who):
        person = request.getfixturevalue(who)
        person.language = "en-gb"
        person.save(update_fields=["language"])
        return person

    return in_english


@pytest.fixture
def sent(monkeypatch):
    """What was sent to the queue: (task, arguments, partner)."""
    messages = []

    def note(task, *args, partner=None, **options):
        messages.append((task.name, args, partner))

    monkeypatch.setattr(services, "send", note)
    monkeypatch.setattr(tasks, "send", note)
    return messages


@pytest.fixture
def history(db):
    """Thirty parents: 24 taken in, 9 ended, 8 at work; three live with a partner."""
    people = []
    for number in range(30):
        who = parent(family("2018-09-01" if number % 4 else "2016-03-01"))
        people.append(who)
        referred(who, "2019-03-01")
        if number < 24:
            decided(who, "2019-03-10")
            situation(who, "2019-03-05", lone_parent=number >= 3)
            guided(who, "2019-03-12", "2020-02-01" if number < 9 else None)
        if number < 8:
            working(who, "2020-01-20")
    return people


@pytest.fixture
def approve(sent, coordinator):
    """Approve the first half of 2020, or another period."""

    def approve(start=START, end=END, by=coordinator):
        return services.approve_period(start=start, end=end, by=by)

    return approve


@pytest.fixture
def submission(history, approve):
    """The first half of 2020, approved."""
    return approve()
