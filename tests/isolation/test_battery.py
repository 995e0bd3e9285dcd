"""Hostile SQL inside one partner's request does nothing to another; in a single role it does."""

import pytest

from pace.isolation.battery import BATTERY
from pace.isolation.judge import run_battery, two_partners
from tests import database

pytestmark = pytest.mark.own_database


def test_the_battery_is_large_enough():
    assert len(BATTERY) >= 60


def test_no_attack_harms_the_other_partner():
    harmful = {v.attack.statement: v.harm for v in run_battery(two_partners()) if v.harm}
    assert harmful == {}


def test_the_same_battery_does_harm_in_the_usual_single_role_set_up(template_database):
    harmful = 0
    name = database.settings.DATABASES["default"]["NAME"]
    for verdict in run_battery(two_partners(single_role=True)):
        if verdict.harm:
            harmful += 1
            database.clone(template_database, name)
            database.use(name)
    assert harmful >= 20
