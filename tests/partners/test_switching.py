"""Wrong activation fails closed: on threads, in transactions, with objects kept too long."""

import pytest
from django.db import transaction

from core.accounts.models import User
from core.partners.context import (
    PartnerSwitchRefused,
    activate,
    owner_context,
    partner_context,
)
from core.partners.models import Partner
from core.partners.stamped import ForeignPartnerData
from pace.isolation.interleaving import by_library_contexts, by_our_contexts
from pace.isolation.judge import plant_marks, two_partners
from tenants.families.models import Family

pytestmark = [pytest.mark.own_database, pytest.mark.identity("owner")]


@pytest.fixture
def gent():
    return Partner.objects.get(slug="gent")


@pytest.fixture
def mechelen():
    return Partner.objects.get(slug="mechelen")


def test_ten_thousand_interleaved_uses_see_no_foreign_row():
    sides = two_partners()
    plant_marks(sides)
    outcome = by_our_contexts(sides, uses=10_000, threads=8)
    assert (outcome.uses, outcome.foreign_rows, outcome.failures) == (10_000, 0, 0)


def test_the_librarys_context_manager_does_see_them():
    sides = two_partners()
    plant_marks(sides)
    assert by_library_contexts(sides, uses=2_000, threads=8).foreign_rows > 0


def test_a_switch_inside_a_transaction_is_refused(gent, mechelen):
    with partner_context(mechelen), transaction.atomic(), pytest.raises(PartnerSwitchRefused):
        activate(gent)


def test_after_a_block_the_one_before_is_active_again(gent, mechelen):
    with partner_context(mechelen):
        with partner_context(gent):
            assert User.objects.db
        from django.db import connection

        assert connection.schema_name == "t_be_mechelen"


def test_the_librarys_context_form_is_refused(gent):
    with pytest.raises(TypeError, match="partner_context"), gent:
        pass


def test_an_object_refuses_to_be_saved_in_another_schema(gent, mechelen):
    with partner_context(mechelen):
        family = Family.objects.create(reference="F-2020-0001", name="Verzonnen")
    with partner_context(gent):
        for use in (family.save, family.delete, family.refresh_from_db):
            with pytest.raises(ForeignPartnerData):
                use()


def test_a_queryset_refuses_to_run_in_another_schema(gent, mechelen):
    with partner_context(mechelen):
        families = Family.objects.filter(name="x")
    with partner_context(gent):
        for use in (families.exists, families.count, families.delete, lambda: list(families)):
            with pytest.raises(ForeignPartnerData):
                use()


def test_an_object_is_refused_as_a_condition_elsewhere(gent, mechelen):
    with partner_context(mechelen):
        family = Family.objects.create(reference="F-2020-0001", name="Verzonnen")
    with partner_context(gent):
        with pytest.raises(ForeignPartnerData):
            Family.objects.filter(guardians__family=family)
        with pytest.raises(ForeignPartnerData):
            list(family.guardians.all())


def test_without_a_stamp_check_the_mistake_would_pass(gent, mechelen, monkeypatch):
    from core.partners import stamped

    with partner_context(mechelen):
        family = Family.objects.create(reference="F-2020-0001", name="Verzonnen")
    monkeypatch.setattr(stamped, "_check", lambda instance: None)
    with partner_context(gent):
        family.save()
        assert Family.objects.count() == 1


def test_the_router_can_read_hosts_and_nothing_else():
    from django.db import DatabaseError

    from core.partners.context import ROUTER, activated

    with activated(ROUTER):
        assert Partner.objects.count() == 3
        with pytest.raises(DatabaseError):
            User.objects.count()
    with owner_context():
        assert User.objects.count() == 0
