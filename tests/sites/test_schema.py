"""The JSON Schema for editors: current, and every file keeps to it."""

import json

import jsonschema
import pytest
import yaml

from core.sites.files.schema import file_schema, file_schema_text, keys_allowed_at
from tests.sites.folders import REAL

FILES = sorted(path.relative_to(REAL).as_posix() for path in REAL.glob("**/*.yaml"))


class AsText(yaml.SafeLoader):
    """YAML as editors read it: no dates."""


AsText.yaml_implicit_resolvers = {
    key: [pair for pair in pairs if "timestamp" not in pair[0] and "int:60" not in pair[0]]
    for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_the_file_is_what_the_models_say():
    written = (REAL / "schema" / "site.schema.json").read_text(encoding="utf-8")
    assert written == file_schema_text(), "Run `python3 manage.py site schema`."


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(file_schema_text()))


@pytest.mark.parametrize("name", FILES)
def test_every_file_keeps_to_it_and_tells_the_editor(name):
    text = (REAL / name).read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    target = (REAL / name).parent / first.partition("$schema=")[2]
    assert target.resolve() == (REAL / "schema" / "site.schema.json").resolve()
    jsonschema.validate(yaml.load(text, AsText), file_schema())


def test_it_refuses_what_the_models_refuse():
    for wrong in ({"care": {"capacity_per_day_part": -1}}, {"cares": {}}, {"valid_from": 2017}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"valid_from": "2017-01-01", **wrong}, file_schema())


def test_it_knows_the_keys_that_are_allowed_below_a_code():
    assert "starts" in keys_allowed_at(("day_parts", "morning"))
    assert "minimum_hours_per_week" in keys_allowed_at(("practice", "at_work", "at_work_means"))
    assert "code" not in keys_allowed_at(("lists", "work_kinds", "regular"))
