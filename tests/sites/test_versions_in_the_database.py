"""A published configuration: chosen by its day, typed, and never changed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from core.sites.models import ConfigurationVersion
from core.sites.selectors import (
    NoConfiguration,
    configuration_number,
    configuration_on,
    current_configuration,
)
from core.sites.services import publish_from_files, publish_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return configuration_on(date(2026, 1, 1)).document


def publish(by, document, day, **changes):
    return publish_version(
        by=by,
        document={**document, **changes},
        valid_from=day,
        reason="The city council decided so",
        source="settings",
    )


def test_a_new_partner_has_every_version_of_its_files():
    days = ConfigurationVersion.objects.order_by("number").values_list("valid_from", flat=True)
    assert list(days) == [date(2017, 1, 1), date(2021, 1, 1), date(2021, 6, 1)]


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2017, 1, 1), date(2017, 1, 1)),
        (date(2020, 12, 31), date(2017, 1, 1)),
        (date(2021, 1, 1), date(2021, 1, 1)),
        (date(2021, 5, 31), date(2021, 1, 1)),
        (date(2026, 11, 22), date(2021, 6, 1)),
    ],
)
def test_the_version_in_force_is_the_one_that_began_last(day, begins):
    assert configuration_on(day).valid_from == begins


def test_before_the_first_version_there_is_none():
    with pytest.raises(NoConfiguration, match="2016-12-31"):
        configuration_on(date(2016, 12, 31))


def test_of_two_versions_of_one_day_the_later_published_holds(coordinator, document):
    publish(coordinator, document, date(2022, 1, 1), organisation="First")
    second = publish(coordinator, document, date(2022, 1, 1), organisation="Second")
    assert configuration_on(date(2022, 1, 1)) == second


def test_a_version_published_for_the_past_does_not_take_over_what_began_later(
    coordinator, document
):
    publish(coordinator, document, date(2021, 3, 1), **_first_groups())
    assert current_configuration().valid_from == date(2021, 6, 1)
    assert configuration_on(date(2021, 4, 1)).valid_from == date(2021, 3, 1)


def _first_groups():
    first = configuration_on(date(2017, 1, 1)).document
    return {"target_groups": first["target_groups"]}


def test_a_decision_finds_the_version_it_was_made_under():
    assert configuration_number(1).configuration.valid_from == date(2017, 1, 1)


def test_the_configuration_is_built_once_for_each_document():
    assert current_configuration().configuration is current_configuration().configuration


def test_asking_for_the_configuration_again_costs_one_short_query(django_assert_num_queries):
    assert current_configuration().configuration.slug == "mechelen"
    with django_assert_num_queries(1) as queries:
        assert current_configuration().configuration.care.capacity_per_day_part == 15
    assert "document" not in queries.captured_queries[0]["sql"]


def test_publishing_writes_an_audit_entry(coordinator, document):
    version = publish(coordinator, document, date(2027, 1, 1), organisation="Later")
    entry = Entry.objects.get(action="sites.configuration_published", object_id=str(version.pk))
    assert (entry.actor_id, entry.reason) == (coordinator.pk, "The city council decided so")


def test_a_version_names_the_office_and_never_the_person(coordinator, document):
    version = publish(coordinator, document, date(2027, 1, 1), organisation="Later")
    assert version.published_by_text == "Coordinator"
    assert coordinator.name not in str(vars(version))


def test_a_coach_may_not_publish(coach, document):
    with pytest.raises(NotPermitted):
        publish(coach, document, date(2027, 1, 1))


def test_a_document_with_an_error_is_refused_by_the_path_of_the_value(coordinator, document):
    care = {**document["care"], "capacity_per_day_part": -1}
    with pytest.raises(ValidationError) as refusal:
        publish(coordinator, document, date(2027, 1, 1), care=care)
    assert "care.capacity_per_day_part" in refusal.value.message_dict


def test_another_sites_configuration_is_refused(coordinator, document):
    with pytest.raises(ValidationError) as refusal:
        publish(coordinator, document, date(2027, 1, 1), slug="gent")
    assert "slug" in refusal.value.message_dict


def test_another_meaning_of_a_figure_needs_a_named_break(coordinator, document):
    practice = {**document["practice"]}
    practice["referred"] = {**practice["referred"], "unit": "family"}
    with pytest.raises(ValidationError) as refusal:
        publish(coordinator, document, date(2027, 1, 1), practice=practice)
    assert "unit changed" in refusal.value.message_dict["practice.referred.breaks"][0]


def test_a_reason_is_needed(coordinator, document):
    with pytest.raises(ValidationError) as refusal:
        publish_version(
            by=coordinator, document=document, valid_from=date(2027, 1, 1), reason=" ", source="x"
        )
    assert "reason" in refusal.value.message_dict


def test_seeding_again_publishes_nothing():
    assert publish_from_files("mechelen", "a test") == []


def test_the_database_refuses_to_change_a_published_version():
    for statement in ("UPDATE {} SET reason = 'x'", "DELETE FROM {}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement.format("sites_configurationversion"))


@pytest.mark.identity("owner")
def test_not_even_the_owner_can_change_a_published_version():
    with connection.cursor() as cursor:
        cursor.execute("SELECT schema_name FROM partners_partner WHERE slug = 'mechelen'")
        table = f"{cursor.fetchone()[0]}.sites_configurationversion"
    for statement in ("UPDATE {} SET reason = 'x'", "DELETE FROM {}", "TRUNCATE {} CASCADE"):
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            connection.cursor().execute(statement.format(table))
