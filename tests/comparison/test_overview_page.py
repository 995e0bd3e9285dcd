"""The programme's first page: which sites have approved which periods."""

from datetime import date

import pytest

from core.accounts.enums import PROGRAMME_ROLES
from tests.cast import staff_member
from tests.comparison.collected import collect, collect_three

pytestmark = [pytest.mark.django_db, pytest.mark.identity("programme")]


@pytest.fixture
def reader(programme_client, lead_partner):
    programme_client.force_login(lead_partner)
    return programme_client


def states(response):
    rows = response.context["arrivals"].rows
    return {row.name: [place.state for place in row.places] for row in rows}


def test_it_shows_who_has_approved_and_who_has_not(reader):
    collect_three()
    found = states(reader.get("/"))
    assert found["Mechelen"] == ["approved"]
    assert found["De Mussen, Den Haag"] == ["missing"]


def test_the_latest_period_comes_first(reader):
    collect("mechelen", number=1)
    collect("gent", number=2, period_start=date(2020, 3, 1), period_end=date(2020, 3, 31))
    assert states(reader.get("/"))["Mechelen"] == ["missing", "approved"]


def test_a_withdrawal_shows_with_its_reason(reader):
    collect(
        "mechelen", number=1, withdrawn_at="2020-04-01T10:00Z", withdrawn_reason="Counted twice."
    )
    response = reader.get("/")
    assert states(response)["Mechelen"] == ["withdrawn"]
    assert "Counted twice." in response.content.decode()


def test_a_new_revision_takes_the_place_of_the_withdrawn_one(reader):
    first = collect(
        "mechelen", number=1, withdrawn_at="2020-04-01T10:00Z", withdrawn_reason="Counted twice."
    )
    first.pk, first.submission_id, first.revision = None, 2, 2
    first.withdrawn_at, first.withdrawn_reason = None, ""
    first.save()
    assert states(reader.get("/"))["Mechelen"] == ["approved"]


def test_it_says_how_many_things_are_too_often_unknown(reader):
    collect("mechelen", number=1, completeness={"limit": 0.1, "over": ["decision", "work_hours"]})
    places = reader.get("/").context["arrivals"].rows
    assert [row.places[0].gaps for row in places if row.name == "Mechelen"] == [2]


def test_before_anything_has_arrived_it_says_what_will_come(reader):
    assert reader.get("/").context["arrivals"].periods == []


def test_its_statements_do_not_grow_with_the_sites(reader, django_assert_max_num_queries):
    def count_for(sites):
        for number in sites:
            collect(f"site-{number}", number=number, base="mechelen")
        with django_assert_max_num_queries(40) as found:
            reader.get("/")
        return len(found)

    assert count_for(range(1, 4)) == count_for(range(4, 11))


@pytest.mark.parametrize("role", sorted(PROGRAMME_ROLES))
def test_every_role_of_the_programme_reads_it(programme_client, role):
    programme_client.force_login(staff_member("Somebody Else", role))
    assert programme_client.get("/").status_code == 200


def test_strangers_and_the_unknown_stay_out(programme_client, stranger):
    assert programme_client.get("/").status_code == 302
    programme_client.force_login(stranger)
    assert programme_client.get("/").status_code == 403
