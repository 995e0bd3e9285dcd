"""A new partner begins with a configuration: its own files, or those it was told to take."""

import pytest

from core.partners.context import activated, activation_of
from core.partners.provisioning import NewPartner, create_partner
from core.sites.files import SiteFileRefused
from core.sites.selectors import NoConfiguration, current_configuration

pytestmark = pytest.mark.own_database


def created(slug: str, **options):
    place = NewPartner(slug, "A place", "BE-VLG", ("nl-be",), "Europe/Brussels")
    return activated(activation_of(create_partner(place, options)))


def test_it_may_take_another_sites_files_under_its_own_name():
    with created("new-place", config="mechelen"):
        version = current_configuration()
        assert (version.number, version.configuration.slug) == (3, "new-place")
        assert version.configuration.care.capacity_per_day_part == 15


def test_without_files_it_begins_without_a_configuration():
    with created("new-place"), pytest.raises(NoConfiguration):
        current_configuration()


def test_files_that_do_not_exist_stop_the_making():
    with pytest.raises(SiteFileRefused):
        created("new-place", config="nowhere")
