"""Reading YAML strictly: nothing is guessed, nothing is read twice, nothing goes on for ever."""

import pytest

from core.sites.files import SiteFileRefused
from core.sites.files.reading import read_text

AS_WRITTEN = ["08:30", "2017-01-01", "no", "yes", "on", "True", "1_000", "0x1F", "007", "1e3", "<<"]


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_what_other_readers_guess_stays_text(text):
    assert read_text(f"key: {text}\n", "x").values == {"key": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [("15", 15), ("-3", -3), ("0.06", 0.06), ("true", True), ("false", False), ("", None)],
)
def test_numbers_and_true_and_false_are_what_they_look_like(text, value):
    found = read_text(f"key: {text}\n", "x").values["key"]
    assert (found, type(found)) == (value, type(value))


def test_what_stands_in_quotes_is_text():
    assert read_text('key: "15"\n', "x").values == {"key": "15"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: 1\na: 2\n", "line 1 already"),
        ("a: {b: 1, b: 2}\n", "line 1 already"),
        ("a: &x [1]\nb: *x\n", "aliases"),
        ("a: !!python/object:os.system x\n", "without a tag"),
        ("a: 1\n---\nb: 2\n", "another document"),
        ("? [a]\n: 1\n", "a key that is a word"),
        ("a: " + "[" * 60 + "]" * 60, "levels"),
        ("a: " + "[" * 5000 + "]" * 5000, "levels"),
        ("a: " + "x" * 1_000_001, "characters"),
        ("- a\n", "keys with values"),
        ("", "keys with values"),
    ],
)
def test_it_refuses_ways_of_saying_something_unseen(text, reason):
    with pytest.raises(SiteFileRefused, match=reason):
        read_text(text, "x")


def test_every_value_has_its_line_and_column():
    document = read_text("a:\n  b:\n    - 1\n    - {c: 2}\n", "file.yaml")
    assert str(document.position(("a", "b"))) == "file.yaml:2:3"
    assert str(document.position(("a", "b", 1, "c"))) == "file.yaml:4:8"
    assert str(document.position(("a", "b", 7))) == "file.yaml:2:3"
