"""The same events, counted as each site's own practice counts them."""

import pytest

from core.indicators.registry import registry
from tenants.reporting.figures import count
from tenants.reporting.periods import Period
from tests.reporting.cast import day, family, guided, parent, referred

pytestmark = pytest.mark.django_db


class Practice:
    """As much of an indicator's practice as a measure looks at."""

    at_work_means = None
    population = None

    def __init__(self, unit, kind, since=None):
        self.unit, self.kind, self.since = unit, kind, since


def counted(code, unit, kind, start=None, end="2020-12-31", since=None):
    period = Period(start and day(start), day(end))
    return count(registry.get(code), period, Practice(unit, kind, since))


def test_two_parents_of_one_family_are_one_family():
    home = family()
    for who in (parent(home), parent(home)):
        referred(who, "2019-01-10")
    assert counted("referred", "parent", "cumulative").total == 2
    assert counted("referred", "family", "cumulative").total == 1


def test_episodes_count_each_referral():
    who = parent()
    referred(who, "2019-01-10")
    referred(who, "2020-01-10")
    assert counted("referred", "episode", "cumulative").total == 2


def test_a_flow_counts_the_period_alone():
    referred(parent(), "2019-01-10")
    referred(parent(), "2020-01-10")
    flow = counted("referred", "parent", "flow", "2020-01-01")
    assert (flow.kind, flow.total) == ("flow", 1)


def test_a_flow_without_a_period_begins_with_the_series():
    referred(parent(), "2016-05-05")
    referred(parent(), "2020-01-10")
    assert counted("referred", "parent", "flow", since=day("2017-01-01")).total == 1


def test_a_kind_that_a_measure_cannot_give_is_not_claimed():
    assert counted("at_work", "family", "flow", "2020-01-01").kind == "stock"


def test_a_cumulative_figure_ignores_the_beginning_of_the_period():
    guided(parent(), "2018-01-01")
    found = counted("in_trajectory", "parent", "cumulative", "2020-01-01")
    assert (found.kind, found.total, found.scope.start) == ("cumulative", 1, None)


def test_guidance_kept_as_a_flow_counts_starts_and_ends_of_the_period():
    guided(parent(), "2018-01-01", "2020-03-01")
    guided(parent(), "2020-02-01")
    assert counted("in_trajectory", "family", "flow", "2020-01-01").total == 1
    assert counted("ended", "family", "flow", "2020-01-01").total == 1
    assert counted("ended", "family", "flow", "2020-06-01").total == 0
