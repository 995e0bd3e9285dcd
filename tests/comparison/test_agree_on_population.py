"""Agreeing on a common population: who may, and what is refused with the way out."""

import pytest
from django.core.exceptions import ValidationError

from core.accounts.access import NotPermitted
from core.accounts.enums import Role
from core.audit.models import Entry
from core.comparison.demo import POPULATIONS, agree_on_demo_populations
from core.comparison.services import agree_on_population
from core.comparison.target_groups import without_own_area
from core.sites.criteria import Criteria, RelationKind, compare, united
from tests.cast import staff_member
from tests.comparison.sides import shipped

pytestmark = [pytest.mark.django_db, pytest.mark.identity("programme")]
LONE = {"attribute": "lone_parent", "is": True}
AGREED = {
    "code": "lone",
    "labels": {"en-gb": "Lone parents", "fr": "Parents isolés"},
    "criteria": {"all": [LONE]},
    "sites": ["mechelen", "gent", "gent"],
}


def test_it_is_written_down_in_its_languages_and_logged(lead_partner):
    row = agree_on_population(by=lead_partner, **AGREED)
    row.refresh_from_db()
    assert (row.label_en_gb, row.label_fr) == ("Lone parents", "Parents isolés")
    assert row.sites == ["gent", "mechelen"]
    assert Entry.objects.get(action="comparison.population_agreed").summary == "Lone parents"


@pytest.mark.parametrize("role", [Role.RESEARCHER, Role.COMMUNICATIONS, Role.PARTNER_REPORTER])
def test_only_the_lead_partner_and_project_management_agree(role):
    with pytest.raises(NotPermitted):
        agree_on_population(by=staff_member("Somebody Else", role), **AGREED)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("criteria", {"criteria": {"all": [{"attribute": "shoe_size", "is": True}]}}),
        ("criteria", {"criteria": {"all": [LONE, {"not": LONE}]}}),
        ("sites", {"sites": ["mechelen"]}),
        ("sites", {"sites": ["mechelen", "atlantis"]}),
        ("label", {"labels": {"fr": "Parents isolés"}}),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(lead_partner, field, change):
    with pytest.raises(ValidationError) as refused:
        agree_on_population(by=lead_partner, **{**AGREED, **change})
    assert field in refused.value.message_dict


def test_the_demo_agrees_on_those_whose_sites_are_there_once(lead_partner):
    assert agree_on_demo_populations(by=lead_partner) == 1
    assert agree_on_demo_populations(by=lead_partner) == 0


@pytest.mark.parametrize("one", POPULATIONS, ids=lambda one: one["code"])
def test_all_sites_of_a_demo_population_work_for_everyone_in_it(one):
    people = Criteria.model_validate(one["criteria"])
    for slug in one["sites"]:
        configuration = shipped(slug)
        groups = [without_own_area(group.criteria) for group in configuration.target_groups]
        records = configuration.records.attributes
        found = compare(united(groups), people, records, records)
        assert found.kind in (RelationKind.EQUAL, RelationKind.SUPERSET)
        assert found.recorded_a.can_tell
