"""Icons are few, ours, and every one that a page names is there."""

import re
from pathlib import Path

import pytest

from core.ui import icons

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"""\b(?:icon|icon_end)=["']([a-z0-9-]+)["']|\{% icon ["']([a-z0-9-]+)["']""")


def test_an_icon_is_decoration_unless_it_has_a_label():
    assert 'aria-hidden="true"' in icons.draw("house")
    assert 'role="img" aria-label="At &lt;home&gt;"' in icons.draw("house", label="At <home>")


def test_an_unknown_icon_fails_while_developing(settings):
    settings.DEBUG = True
    with pytest.raises(icons.UnknownIconError):
        icons.draw("no-such-icon")


def test_an_unknown_icon_does_not_take_the_page_away(settings, caplog):
    settings.DEBUG = False
    assert "<svg" in icons.draw("no-such-icon")
    assert "no-such-icon" in caplog.text


def test_a_name_cannot_leave_the_folder(settings):
    settings.DEBUG = True
    with pytest.raises(icons.UnknownIconError):
        icons.draw("../icons/house")


def test_every_icon_that_is_named_exists():
    named = {
        (one or other, str(path.relative_to(ROOT)))
        for folder in ("core", "tenants")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".html", ".py")
        for one, other in NAMED.findall(path.read_text(encoding="utf-8"))
    }
    assert {(name, path) for name, path in named if name not in {*icons.names(), "none"}} == set()
