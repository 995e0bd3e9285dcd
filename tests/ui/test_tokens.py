"""Every colour of the interface can be read, in light and in dark, by every eye."""

import re
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

import core.ui
from tests.ui.palette import SIGHT, block, colours, contrast, seen

TEXT_ON_GROUND = [
    *((ink, ground) for ink in ("ink", "ink-soft") for ground in ("paper", "surface", "sunken")),
    *(("link", ground) for ground in ("paper", "surface", "sunken")),
    *(("primary", ground) for ground in ("paper", "surface")),
    ("on-primary", "primary"),
    ("on-primary", "primary-strong"),
    ("primary-strong", "primary-soft"),
    ("primary-strong", "sunken"),
    ("ink", "primary-soft"),
    ("ink-soft", "primary-soft"),
    ("on-frame", "frame"),
    ("on-frame", "frame-raised"),
    ("on-frame-soft", "frame"),
    ("on-accent", "accent"),
    ("on-stop", "stop"),
    ("on-stop", "stop-strong"),
    *((tone, f"{tone}-soft") for tone in ("good", "attention", "stop", "info")),
    *((tone, "surface") for tone in ("good", "attention", "stop", "info")),
    *((tone, "paper") for tone in ("good", "attention", "stop", "info")),
    *(("ink", f"{tone}-soft") for tone in ("good", "attention", "stop", "info")),
    *(("link", f"{tone}-soft") for tone in ("good", "attention", "stop", "info")),
]
SHAPE_ON_GROUND = [
    ("line-strong", "paper"),
    ("line-strong", "surface"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("focus", "sunken"),
    ("accent", "frame"),
    ("accent", "frame-raised"),
    ("chart-axis", "surface"),
    *((f"{tone}-line", "surface") for tone in ("good", "attention", "stop", "info")),
    *((f"chart-{number}", "surface") for number in range(1, 9)),
    *((f"chart-{number}", "paper") for number in range(1, 9)),
    *((f"chart-{number}", "chart-track") for number in range(1, 9)),
]
THEMES = ["light", "dark"]
TELLS_APART = 0.07  # distance in OKLab, where black and white are 1 apart


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_has_a_contrast_of_four_and_a_half(theme, ink, ground):
    palette = colours(theme)
    assert contrast(palette[ink], palette[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON_GROUND)
def test_shapes_have_a_contrast_of_three(theme, shape, ground):
    palette = colours(theme)
    assert contrast(palette[shape], palette[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHT)
def test_the_eight_chart_colours_are_told_apart(theme, sight):
    palette = [colours(theme)[f"chart-{number}"] for number in range(1, 9)]
    places = [seen(colour, sight) for colour in palette]
    assert min(dist(one, other) for one, other in combinations(places, 2)) >= TELLS_APART


def test_dark_by_choice_is_the_same_as_dark_by_device():
    assert block("dark").split() == block("chosen dark").split()


def test_dark_says_every_colour_anew():
    assert set(colours("light")) == set(re.findall(r"--([\w-]+): #", block("dark")))


@pytest.mark.parametrize("name", ["ui.css", "components.css", "print.css"])
def test_no_colour_and_no_size_is_typed_outside_the_tokens(name):
    text = (Path(core.ui.__file__).parent / "static/ui" / name).read_text()
    rules = re.sub(r"/\*.*?\*/|@(media|container)[^{]*", "", text, flags=re.DOTALL)
    typed = re.findall(r"[\d.]+(?:rem|px|pt|mm)\b|#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(", rules)
    assert typed == []


def test_the_body_is_seventeen_pixels_and_lines_are_short():
    assert "--text-m: 1.0625rem" in block("light")
    assert "--measure: 68ch" in block("light")


def test_every_token_in_use_exists():
    folder = Path(core.ui.__file__).parent / "static/ui"
    used = set()
    for name in ("ui.css", "components.css", "print.css"):
        used |= set(re.findall(r"var\(--([\w-]+)", (folder / name).read_text()))
    set_by_class = {"tone", "tone-soft", "tone-line", "mark"}
    assert used - set(re.findall(r"--([\w-]+):", block("light"))) == set_by_class
