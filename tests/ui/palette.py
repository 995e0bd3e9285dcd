"""Reads tokens.css as the tests need it: colours by theme, and how eyes see them."""

import re
from pathlib import Path

import core.ui

TOKENS = Path(core.ui.__file__).parent / "static/ui/tokens.css"
HEX = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})\s*;")
BLOCKS = {
    "light": r":root \{\n(.*?)\n\}",
    "dark": r':root:not\(\[data-theme="light"\]\) \{\n(.*?)\n  \}',
    "chosen dark": r'  \[data-theme="dark"\] \{\n(.*?)\n  \}',
}

# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
SIGHT = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# Ottosson 2020: linear RGB to the cone responses of OKLab, and those to OKLab.
CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
OKLAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def block(theme: str) -> str:
    """The declarations of a theme as they stand in the file."""
    found = re.search(BLOCKS[theme], TOKENS.read_text(), re.DOTALL)
    assert found, theme
    return found.group(1)


def colours(theme: str) -> dict[str, str]:
    """Hexadecimal colours of a theme by token."""
    return dict(HEX.findall(block("light"))) | dict(HEX.findall(block(theme)))


def linear(colour: str) -> tuple[float, ...]:
    """Linear RGB, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2."""
    light = [
        0.2126 * red + 0.7152 * green + 0.0722 * blue
        for red, green, blue in map(linear, (one, other))
    ]
    return (max(light) + 0.05) / (min(light) + 0.05)


def times(matrix: tuple, vector: tuple[float, ...]) -> tuple[float, ...]:
    """Matrix times vector."""
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def seen(colour: str, sight: str) -> tuple[float, ...]:
    """Place of a colour in OKLab for an eye."""
    shown = tuple(min(1.0, max(0.0, part)) for part in times(SIGHT[sight], linear(colour)))
    return times(OKLAB, tuple(max(0.0, cone) ** (1 / 3) for cone in times(CONES, shown)))
