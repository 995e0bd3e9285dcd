"""Name, language and password of one's own account."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from core.accounts import limits, services
from core.accounts.access import NotPermitted
from core.accounts.models import User
from core.audit.models import Entry
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db
NEW = "another quiet word"


def test_a_name_changes_with_its_place_in_the_list(coach):
    services.rename(by=coach, name="  An   Zeger ")
    changed = User.objects.get(pk=coach.pk)
    assert (changed.name, changed.sort_key[:5]) == ("An Zeger", "zeger")


def test_a_language_is_one_of_the_platforms(coach):
    services.set_language(by=coach, language="fr")
    assert User.objects.get(pk=coach.pk).language == "fr"
    with pytest.raises(ValidationError):
        services.set_language(by=coach, language="tlh")


def test_a_password_changes_with_the_current_one(coach):
    services.change_password(by=coach, current=PASSWORD, new=NEW)
    assert User.objects.get(pk=coach.pk).check_password(NEW)
    assert Entry.objects.get(action="accounts.password_changed").details == {}


@pytest.mark.parametrize(
    ("current", "new", "field"),
    [("wrong", NEW, "current_password"), (PASSWORD, "short", "new_password")],
)
def test_it_says_which_password_is_wrong(coach, current, new, field):
    with pytest.raises(ValidationError) as refusal:
        services.change_password(by=coach, current=current, new=new)
    assert list(refusal.value.message_dict) == [field]


def test_the_current_password_can_not_be_guessed_from_an_open_session(coach):
    for _ in range(limits.PASSWORD_CHANGE.most):
        with pytest.raises(ValidationError, match="not your current"):
            services.change_password(by=coach, current="guess", new=NEW)
    with pytest.raises(ValidationError, match="Too many attempts"):
        services.change_password(by=coach, current=PASSWORD, new=NEW)


def test_who_is_not_signed_in_changes_nothing():
    with pytest.raises(NotPermitted):
        services.set_language(by=AnonymousUser(), language="fr")
