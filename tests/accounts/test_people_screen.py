"""The screens on which people are invited, given roles, switched off and on."""

import re

import pytest

from core.accounts import services
from core.accounts.enums import Role
from core.accounts.models import Invitation, User
from tests.cast import staff_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin_client(site_client, administrator):
    site_client.force_login(administrator)
    administrator.language = "en-gb"
    administrator.save()
    return site_client


def issue(administrator):
    return services.invite(
        by=administrator, email="nora@site.example", name="Nora", roles=[Role.FAMILY_COACH]
    )


def test_it_lists_people_with_their_roles_in_words(admin_client, coach, administrator):
    issue(administrator)
    page = admin_client.get("/accounts/people/")
    assert "An Peeters" in page.text
    assert "Family coach" in page.text
    assert "nora@site.example" in page.text


def test_the_list_asks_no_more_for_more_people(admin_client, django_assert_max_num_queries):
    for number in range(30):
        staff_member(f"Person {number}", Role.FAMILY_COACH)
    with django_assert_max_num_queries(6):
        admin_client.get("/accounts/people/")


def test_a_coordinator_sees_the_list_without_buttons(site_client, coordinator, administrator):
    issue(administrator)
    site_client.force_login(coordinator)
    page = site_client.get("/accounts/people/")
    assert page.status_code == 200
    assert "/accounts/people/invite/" not in page.text
    assert "/withdraw/" not in page.text


def test_an_invitation_leads_to_an_account(admin_client, mailoutbox, client):
    given = {
        "name": "Nora Diallo",
        "email": "nora@site.example",
        "roles": ["family_coach", "coordinator"],
        "language": "en-gb",
    }
    assert admin_client.post("/accounts/people/invite/", given)["Location"] == "/accounts/people/"
    link = re.search(r"http://mechelen\.localhost(/\S+)", mailoutbox[0].body)[1]
    admin_client.post("/sign-out/")
    assert "Family coach" in admin_client.get(link).text
    accepted = {"name": "Nora D.", "password": "a quiet word at noon", "language": "fr"}
    assert admin_client.post(link, accepted)["Location"] == "/"
    assert admin_client.get("/accounts/profile/").context["user"].name == "Nora D."
    assert admin_client.get(link).status_code == 410


def test_a_form_keeps_what_was_typed_and_says_what_is_wrong(admin_client, coach):
    given = {"name": "Nora", "email": coach.email, "roles": ["family_coach"], "language": "fr"}
    page = admin_client.post("/accounts/people/invite/", given)
    assert "There is an account with this address" in page.text
    assert 'value="Nora"' in page.text


def test_roles_of_the_other_host_are_not_offered_and_not_taken(admin_client, coach):
    page = admin_client.get(f"/accounts/people/{coach.pk}/")
    assert "researcher" not in page.text
    page = admin_client.post(f"/accounts/people/{coach.pk}/", {"roles": ["researcher"]})
    assert page.status_code == 200
    assert User.objects.get(pk=coach.pk).roles == ["family_coach"]


def test_roles_are_saved(admin_client, coach):
    admin_client.post(f"/accounts/people/{coach.pk}/", {"roles": ["team_coach"]})
    assert User.objects.get(pk=coach.pk).roles == ["team_coach"]


def test_the_last_administrator_reads_why_not(admin_client, administrator):
    page = admin_client.post(f"/accounts/people/{administrator.pk}/", {"roles": ["coordinator"]})
    assert "last administrator" in page.text


def test_an_account_is_switched_off_and_on(admin_client, coach):
    admin_client.post(f"/accounts/people/{coach.pk}/switch-off/")
    assert not User.objects.get(pk=coach.pk).is_active
    assert "Switched off" in admin_client.get("/accounts/people/").text
    admin_client.post(f"/accounts/people/{coach.pk}/switch-on/")
    assert User.objects.get(pk=coach.pk).is_active


def test_ones_own_account_stays_on(admin_client, administrator):
    page = admin_client.post(f"/accounts/people/{administrator.pk}/switch-off/")
    assert page.status_code == 409
    assert "your own account" in page.text


def test_an_invitation_is_sent_again_and_withdrawn(admin_client, administrator, mailoutbox):
    first = issue(administrator).invitation
    admin_client.post(f"/accounts/invitations/{first.pk}/send-again/")
    second = Invitation.objects.waiting().get()
    assert second.pk != first.pk
    assert len(mailoutbox) == 1
    admin_client.post(f"/accounts/invitations/{second.pk}/withdraw/")
    assert not Invitation.objects.waiting().exists()


def test_the_profile_changes_name_and_language(admin_client, administrator):
    page = admin_client.post("/accounts/profile/", {"name": "Farid A.", "language": "fr"})
    assert page["Location"] == "/accounts/profile/"
    changed = User.objects.get(pk=administrator.pk)
    assert (changed.name, changed.language) == ("Farid A.", "fr")


def test_a_changed_password_keeps_this_session_and_ends_others(admin_client, administrator):
    given = {"current_password": "a long and quiet word", "new_password": "another quiet word"}
    before = admin_client.session.session_key
    assert admin_client.post("/accounts/profile/password/", given).status_code == 302
    assert admin_client.session.session_key != before
    assert admin_client.get("/accounts/profile/").status_code == 200


@pytest.mark.identity("programme")
def test_the_programme_has_the_same_screens(programme_client, lead_partner):
    programme_client.force_login(lead_partner)
    page = programme_client.get("/accounts/people/invite/")
    assert page.status_code == 200
    assert 'value="researcher"' in page.text
    assert 'value="family_coach"' not in page.text
