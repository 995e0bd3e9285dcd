"""The public front page: open to everybody, in four languages, without figures or people."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.identity("public")]


@pytest.fixture
def visitor(client):
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def test_everybody_may_read_it(visitor):
    response = visitor.get("/")
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1


def test_it_names_the_sites_by_country_with_their_own_door(visitor):
    countries = visitor.get("/").context["countries"]
    doors = {site.name: site.href for country in countries for site in country.sites}
    assert doors["Mechelen"] == "http://mechelen.localhost/"
    assert doors["De Mussen, Den Haag"] == "http://den-haag.localhost/"


def test_the_port_is_kept(visitor):
    response = visitor.get("/", HTTP_HOST="localhost:8000")
    assert response.context["programme_url"] == "http://programme.localhost:8000/"


def test_where_names_do_not_resolve_the_door_is_a_folder(visitor):
    response = visitor.get("/", HTTP_HOST="127.0.0.1:8000")
    assert response.context["programme_url"] == "/t/programme/"


@pytest.mark.parametrize("language", ["nl-be", "nl-nl", "fr", "en-gb"])
def test_the_visitor_chooses_a_language(visitor, language):
    page = visitor.get("/", headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}"' in page
    for code in ("nl-be", "nl-nl", "fr", "en-gb"):
        assert f'value="{code}"' in page


def test_a_chosen_language_is_kept(visitor):
    visitor.post("/language/", {"language": "fr", "next": "/"})
    assert '<html lang="fr"' in visitor.get("/").content.decode()


def test_it_asks_two_statements(visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        visitor.get("/")


def test_only_reading_is_possible(visitor):
    assert visitor.post("/").status_code == 405
