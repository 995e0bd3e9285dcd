"""The limiter: counts first, judges afterwards, forgets in time."""

import datetime

import pytest

from core.accounts import limits, tasks
from core.accounts.limits import Limit, TooManyAttempts, network_of
from core.accounts.models import AttemptCount

pytestmark = pytest.mark.django_db
THREE = Limit("test.three", most=3, period=datetime.timedelta(minutes=10))


def passes(limit, *subject):
    try:
        limit.count(*subject)
    except TooManyAttempts:
        return False
    return True


def test_it_lets_pass_up_to_the_limit():
    assert [passes(THREE, "a") for _ in range(5)] == [True, True, True, False, False]


def test_each_subject_and_each_limit_counts_for_itself():
    other = Limit("test.other", most=1, period=THREE.period)
    assert [passes(THREE, "a") for _ in range(3)] == [True] * 3
    assert passes(THREE, "b")
    assert passes(other, "a")


def test_parts_of_a_subject_do_not_run_together():
    THREE.count("ab", "c")
    assert THREE.count("a", "bc") == 1


def test_it_starts_afresh_after_the_period(time_machine):
    time_machine.move_to("2026-11-22 10:00Z", tick=False)
    [passes(THREE, "a") for _ in range(5)]
    time_machine.shift(datetime.timedelta(minutes=9, seconds=59))
    assert not passes(THREE, "a")
    time_machine.shift(datetime.timedelta(seconds=1))
    assert passes(THREE, "a")


def test_it_says_how_long_to_wait_and_who_is_the_first_to_wait(time_machine):
    time_machine.move_to("2026-11-22 10:00Z", tick=False)
    [passes(THREE, "a") for _ in range(3)]
    time_machine.shift(datetime.timedelta(minutes=3, seconds=30))
    with pytest.raises(TooManyAttempts) as first:
        THREE.count("a")
    with pytest.raises(TooManyAttempts) as second:
        THREE.count("a")
    assert (first.value.minutes, first.value.is_first, second.value.is_first) == (7, True, False)


def test_it_forgets_who_has_shown_who_they_are():
    [passes(THREE, "a") for _ in range(5)]
    THREE.forget("a")
    assert passes(THREE, "a")


def test_it_keeps_no_address():
    limits.count_sign_in("an.peeters@site.example", "192.0.2.1")
    kept = str(list(AttemptCount.objects.values()))
    assert "peeters" not in kept
    assert "192.0.2" not in kept


def test_what_has_ended_is_removed(time_machine):
    time_machine.move_to("2026-11-22 10:00Z")
    THREE.count("a")
    time_machine.shift(datetime.timedelta(minutes=11))
    THREE.count("b")
    assert tasks.forget_ended_limits() == 1
    assert AttemptCount.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("not-an-address", "unknown"),
    ],
)
def test_a_visitor_is_an_address_or_a_network_of_the_new_kind(address, network):
    assert network_of(address) == network
