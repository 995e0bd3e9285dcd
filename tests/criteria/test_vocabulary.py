"""The vocabulary is closed, complete and speaks in whole clauses."""

import pytest

from core.sites.vocabulary import VOCABULARY, CodesAttribute, IntervalAttribute, Kind, Subject, Unit

CODES = list(VOCABULARY.values())


def test_it_has_the_attributes_of_family_parent_and_child():
    kinds = {kind: sum(a.kind == kind for a in CODES) for kind in Kind}
    assert kinds == {Kind.INTERVAL: 4, Kind.CODES: 6, Kind.YES_NO: 10}
    assert {attribute.subject for attribute in CODES} == set(Subject)


@pytest.mark.parametrize("attribute", CODES, ids=list(VOCABULARY))
def test_it_asks_a_question_and_says_why(attribute):
    assert str(attribute.label)
    assert str(attribute.question).endswith("?")
    assert str(attribute.why).endswith(".")


@pytest.mark.parametrize("code", ["BE-12025", "NL-GM0518", "FR-59650", "GB-E06000043"])
def test_it_names_the_municipalities_of_the_sites(code):
    assert VOCABULARY["residence_lau"].label_of(code) != code


def test_it_shows_a_place_without_a_name_by_its_code():
    residence = VOCABULARY["residence_lau"]
    assert residence.accepts("BE-24062")
    assert residence.label_of("BE-24062") == "BE-24062"


@pytest.mark.parametrize("code", ["BE-1202", "NL-0518", "12025", "gb-E06000043", "", None, 12025])
def test_it_refuses_a_place_that_is_not_a_lau_code(code):
    assert not VOCABULARY["residence_lau"].accepts(code)


def test_a_closed_list_has_nothing_beside_its_codes():
    bands = VOCABULARY["income_band"]
    assert not bands.is_open
    assert [code for code, _label in bands.choices()] == ["very_low", "low", "middle", "high"]


def test_an_open_list_ends_with_any_other():
    for attribute in CODES:
        if isinstance(attribute, CodesAttribute) and attribute.is_open:
            assert attribute.choices()[-1][0] == attribute.other
            assert attribute.accepts(attribute.other)
            assert attribute.accepts(attribute.example)


def test_named_codes_are_codes():
    for attribute in CODES:
        if isinstance(attribute, CodesAttribute) and attribute.is_open:
            unlabelled = [c for c in attribute.labels if not attribute._shape.fullmatch(c)]
            assert unlabelled == []


def test_an_interval_takes_whole_numbers_between_its_ends():
    age = VOCABULARY["youngest_child_age_months"]
    assert [age.accepts(months) for months in (-1, 0, 215, 216)] == [False, True, True, False]
    assert not age.accepts(True)
    assert not age.accepts(3.0)


def test_the_typical_number_lies_inside():
    for attribute in CODES:
        if isinstance(attribute, IntervalAttribute):
            assert attribute.accepts(attribute.typical)


@pytest.mark.parametrize(("unit", "words"), [(Unit.MONTHS, "1 month"), (Unit.CHILDREN, "1 child")])
def test_a_quantity_knows_one_from_many(unit, words):
    assert unit.quantity(1) == words
    assert unit.quantity(2) != words.replace("1", "2")
