"""Which language somebody reads in."""

from types import SimpleNamespace

import pytest

from core.accounts.language import preferred_language
from core.accounts.models import User

MECHELEN = ("nl-be", "en-gb", "fr")


def language(rf, *, user=None, cookie=None, browser="", languages=MECHELEN):
    request = rf.get("/", headers={"Accept-Language": browser})
    request.activation = SimpleNamespace(languages=languages)
    request.user = User(language=user or "", roles=[])
    if cookie:
        request.COOKIES["language"] = cookie
    return preferred_language(request)


@pytest.mark.parametrize(
    ("wishes", "answer"),
    [
        ({}, "nl-be"),
        ({"browser": "fr"}, "fr"),
        ({"browser": "fr-BE, en;q=0.5"}, "fr"),
        ({"browser": "en-US"}, "en-gb"),
        ({"browser": "nl"}, "nl-be"),
        ({"browser": "nl-NL"}, "nl-be"),
        ({"browser": "ar, en;q=0.3"}, "en-gb"),
        ({"browser": "ar"}, "nl-be"),
        ({"browser": "*"}, "nl-be"),
        ({"browser": "&%=;q=x" * 200}, "nl-be"),
        ({"browser": "fr", "cookie": "en-gb"}, "en-gb"),
        ({"cookie": "nl-nl"}, "nl-be"),
        ({"cookie": "../../etc"}, "nl-be"),
        ({"cookie": "en-gb", "user": "fr"}, "fr"),
        ({"cookie": "en-gb", "user": "nl-nl"}, "en-gb"),
        ({"browser": "nl", "languages": ("nl-nl", "en-gb")}, "nl-nl"),
        ({"languages": ("tlh",)}, "nl-be"),
    ],
)
def test_the_person_then_the_browser_then_the_site_decide(rf, wishes, answer):
    assert language(rf, **wishes) == answer


@pytest.mark.django_db
class TestChoosing:
    def test_it_keeps_the_choice_of_somebody_unknown_in_a_cookie(self, site_client):
        answer = site_client.post("/language/", {"language": "fr", "next": "/sign-in/"})
        cookie = answer.cookies["language"]
        assert (answer["Location"], cookie.value, cookie["domain"]) == ("/sign-in/", "fr", "")
        assert site_client.get("/sign-in/")["Content-Language"] == "fr"

    def test_it_keeps_the_choice_of_a_colleague_with_the_account(self, site_client, coach):
        site_client.force_login(coach)
        site_client.post("/language/", {"language": "fr"})
        assert User.objects.get(pk=coach.pk).language == "fr"

    @pytest.mark.parametrize("language", ["nl-nl", "tlh", ""])
    def test_a_language_the_site_does_not_have_changes_nothing(self, site_client, coach, language):
        site_client.force_login(coach)
        answer = site_client.post("/language/", {"language": language})
        assert "language" not in answer.cookies
        assert User.objects.get(pk=coach.pk).language == "nl-be"

    def test_it_is_a_form_and_leads_nowhere_else(self, site_client):
        assert site_client.get("/language/").status_code == 405
        answer = site_client.post(
            "/language/", {"language": "fr", "next": "https://elsewhere.example/"}
        )
        assert answer["Location"] == "/"

    def test_pages_vary_by_language(self, site_client):
        assert "Accept-Language" in site_client.get("/sign-in/")["Vary"]
