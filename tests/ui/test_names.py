"""People stand in a list where their country looks for them."""

import pytest

from core.ui.names import initials, sort_key, split


@pytest.mark.parametrize(
    ("name", "country", "first_letter"),
    [
        ("van den Berg", "NL", "b"),
        ("van den Berg", "BE-VLG", "v"),
        ("van den Berg", "GB-ENG", "v"),
        ("'t Hooft", "NL", "h"),
        ("de la Fontaine", "FR", "l"),
        ("d'Ormesson", "FR", "o"),
        ("Du Bellay", "FR", "d"),
        ("de Gaulle", "FR", "g"),
        ("de la Mare", "GB-ENG", "d"),
        ("El Amrani", "NL", "e"),
        ("Özdemir", "BE-VLG", "o"),
        ("Van", "NL", "v"),
    ],
)
def test_a_family_name_stands_under_the_letter_of_its_country(name, country, first_letter):
    assert sort_key(name, country, given="").startswith(first_letter)


def test_a_full_name_is_sorted_by_its_family_name():
    assert sort_key("Amina van den Berg", "NL") == "berg  amina  van den"
    assert sort_key("Amina van den Berg", "BE-VLG") == "vandenberg  amina"


def test_two_spellings_of_one_flemish_family_stand_together():
    names = ["Van den Berg", "Van Damme", "Vandenberg", "Vandamme"]
    listed = sorted(names, key=lambda name: sort_key(name, "BE", given=""))
    assert listed == ["Van Damme", "Vandamme", "Van den Berg", "Vandenberg"]


def test_people_of_one_family_name_stand_before_a_longer_one():
    people = [("Berg Hansen", "An"), ("Berg", "Zoë"), ("Berg", "Ans")]
    listed = sorted(people, key=lambda person: sort_key(person[0], "NL", given=person[1]))
    assert listed == [("Berg", "Ans"), ("Berg", "Zoë"), ("Berg Hansen", "An")]


def test_a_comma_says_where_the_family_name_ends():
    assert split("Berg, Jan van den") == ("Jan van den", "Berg")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Maria Lopez", ("Maria", "Lopez")),
        ("Jan Willem de Vries", ("Jan Willem", "de Vries")),
        ("van den Berg", ("", "van den Berg")),
        ("Noor", ("", "Noor")),
        ("Jeanne d'Arc", ("Jeanne", "d'Arc")),
    ],
)
def test_a_full_name_is_split_at_its_particle_or_last_word(name, parts):
    assert split(name) == parts


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Amina van den Berg", "AB"),
        ("Mariam El Idrissi", "MI"),
        ("Noor", "N"),
        ("", ""),
        ("Élodie d'Ormesson", "ÉO"),
    ],
)
def test_initials_pass_over_particles(name, expected):
    assert initials(name) == expected


def test_a_key_is_plain_letters_so_that_bytes_sort_it():
    key = sort_key("Łukasz Żółć-Święty", "BE-VLG")
    assert key.isascii() and key == key.lower()
