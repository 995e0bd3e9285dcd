"""Criteria are read from a file, refused with the reason, and written back as they were."""

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from pydantic import BaseModel, ValidationError

from core.sites.criteria import Criteria
from tests.criteria.written_forms import written

MECHELEN = """
all:
- {attribute: residence_lau, in: [BE-12025]}
- {attribute: childcare_is_barrier, is: true}
- {attribute: youngest_child_age_months, from: 0, below: 36}
- at_least:
    count: 2
    of:
    - {attribute: lone_parent, is: true}
    - {attribute: number_of_children, from: 3}
    - {attribute: education_level, in: ['0', '1']}
- not: {attribute: in_training, is: true}
- any: []
"""


class Group(BaseModel):
    """Criteria inside a larger file."""

    name: str
    criteria: Criteria


def refusal(text: str) -> tuple[str, str]:
    """The path and the words with which a criterion in a file is refused."""
    with pytest.raises(ValidationError) as caught:
        Group.model_validate({"name": "x", "criteria": yaml.safe_load(text)})
    (error,) = caught.value.errors()
    return ".".join(map(str, error["loc"])), error["msg"]


def test_it_reads_a_target_group_and_writes_it_back():
    read = yaml.safe_load(MECHELEN)
    assert Criteria.model_validate(read).written() == read


def test_it_lists_the_attributes_that_are_asked():
    asked = Criteria.model_validate(yaml.safe_load(MECHELEN)).attributes()
    assert asked[:3] == ("residence_lau", "childcare_is_barrier", "youngest_child_age_months")
    assert len(asked) == 7


@given(written)
def test_reading_and_writing_changes_nothing(form):
    assert Criteria.model_validate(form).written() == form
    through_yaml = yaml.safe_load(yaml.safe_dump(form))
    assert Criteria.model_validate(through_yaml) == Criteria.model_validate(form)


@given(written)
def test_a_model_that_holds_criteria_writes_them_in_the_same_form(form):
    group = Group(name="x", criteria=form)
    assert group.model_dump(mode="json") == {"name": "x", "criteria": form}
    assert Group.model_validate_json(group.model_dump_json()) == group


@given(written)
@settings(max_examples=30)
def test_the_schema_for_editors_accepts_what_the_reader_accepts(form):
    jsonschema.validate(form, Criteria.model_json_schema())


def test_the_schema_for_editors_knows_the_attributes():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"attribute": "colour", "is": True}, Criteria.model_json_schema())


REFUSED = [
    ("{attribute: residence, in: [BE-12025]}", "attribute", "Did you mean residence_lau?"),
    ("{attribute: colour, is: true}", "attribute", "Known are: residence_lau"),
    ("{attribute: residence_lau, is: true}", "", 'write {in: ["BE-12025"]}'),
    ("{attribute: lone_parent, from: 1}", "", "is yes or no: write {is: true}"),
    ("{attribute: lone_parent}", "", "write {is: true}"),
    ("{attribute: lone_parent, is: 'yes'}", "is", "true or false"),
    ("{attribute: lone_parent, is: true, weight: 2}", "", "“weight” is not a key here"),
    ("{attribute: residence_lau, in: [BE-1202]}", "in.0", "Write it like BE-12025"),
    ("{attribute: residence_lau, in: [XX-OTHER]}", "in.0", "stands for any other"),
    ("{attribute: residence_lau, in: BE-12025}", "in", "Write a list"),
    ("{attribute: residence_lau, in: []}", "in", "at least one code"),
    ("{attribute: income_band, in: [low, poor]}", "in.1", "very_low, low, middle, high"),
    ("{attribute: income_band, in: [low, low]}", "in.1", "twice"),
    ("{attribute: education_level, in: [0]}", "in.0", "between quotation marks"),
    ("{attribute: household_language, in: [no]}", "in.0", "between quotation marks"),
    ("{attribute: number_of_children, from: 3, below: 3}", "", "must be lower"),
    ("{attribute: number_of_children, from: 2, below: 22}", "below", "1 to 21"),
    ("{attribute: number_of_children, from: -1}", "from", "0 to 20"),
    ("{attribute: number_of_children, from: true}", "from", "whole number"),
    ("{attribute: number_of_children}", "", "write {from: …, below: …}"),
    ("{attribute: number_of_children, from: null}", "from", "whole number"),
    ("{attribute: number_of_children, form: 2}", "", "Allowed are: from"),
    ("{at_least: {cout: 2, of: []}}", "at_least", "Write {count: …, of: [{…}, {…}]}"),
    ("{at_least: [{all: []}]}", "at_least", "Write {count"),
    ("{at_least: {count: 2, of: [{all: []}]}}", "at_least.count", "only 1 are listed"),
    ("{at_least: {count: 0, of: []}}", "at_least.count", "1 or more"),
    ("{al: []}", "", "Begin with one of: all"),
    ("{all: [], any: []}", "", "cannot stand side by side"),
    ("{attribute: lone_parent, any: []}", "", "cannot stand side by side"),
    ("{}", "", "Begin with one of: attribute, all, any, not, at_least"),
    ("[]", "", "is not a criterion"),
    ("{any: [{not: {attribute: colours, is: true}}]}", "any.0.not.attribute", "Known are"),
    ("&self {all: [*self]}", "", "too large"),
]


@pytest.mark.parametrize(("text", "path", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_it_refuses_with_the_path_and_the_way_to_write_it(text, path, words):
    found_path, found_words = refusal(text)
    assert found_path == ".".join(filter(None, ["criteria", path]))
    assert words in found_words


def test_it_refuses_criteria_larger_than_anyone_can_read():
    form = {"all": [{"attribute": "lone_parent", "is": True}] * 401}
    with pytest.raises(ValidationError, match="too large"):
        Criteria.model_validate(form)


def test_equal_criteria_are_one_key():
    form = yaml.safe_load(MECHELEN)
    assert len({Criteria.model_validate(form), Criteria.model_validate(form)}) == 1
