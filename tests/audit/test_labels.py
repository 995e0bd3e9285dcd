"""The names of the codes in the log."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from core.audit import labels
from core.audit.labels import Labels


def test_it_knows_what_an_action_is_called():
    registry = Labels()
    registry.register({"families.closed": "Guidance ended"})
    assert registry.label("families.closed") == "Guidance ended"


def test_a_code_without_a_label_stays_readable():
    assert Labels().label("gone.app_action") == "gone.app_action"


def test_a_code_has_one_owner():
    registry = Labels()
    registry.register({"families.closed": "Guidance ended"})
    with pytest.raises(ImproperlyConfigured, match=r"families\.closed"):
        registry.register({"families.closed": "Closed"})


def test_the_platform_names_reading():
    assert labels.label_of("audit.viewed") == "Opened"
