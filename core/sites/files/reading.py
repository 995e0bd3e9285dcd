"""Reading one YAML file strictly, remembering the line of every value.

Only what JSON knows is understood: text, whole and decimal numbers, true and false, nothing,
lists, mappings. Dates and times stay text, `yes` and `no` are words. A key given twice, an
alias, a tag or a second document is refused: each is a way of saying something unseen.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _

from core.sites.files.paths import Keys, written
from core.sites.files.problems import Position, Problem, SiteFileRefused

LARGEST_FILE = 1_000_000
DEEPEST = 40

#: What an unquoted scalar may be besides text, in the order of trying.
PLAIN_SCALARS = {
    "null": re.compile(r"^(?:~|null|)$"),
    "bool": re.compile(r"^(?:true|false)$"),
    "int": re.compile(r"^-?(?:0|[1-9][0-9]{0,299})$"),
    "float": re.compile(r"^-?(?:0|[1-9][0-9]{0,399})\.[0-9]{1,400}$"),
}
_MEANING: dict[str, Callable[[str], Any]] = {
    "null": lambda text: None,
    "bool": lambda text: text == "true",
    "int": int,
    "float": float,
}


@dataclass
class Document:
    """The values of a file and where each stands; `positions` has a mapping's keys as well."""

    file: str
    values: dict[str, Any] = field(default_factory=dict)
    positions: dict[Keys, Position] = field(default_factory=dict)

    def position(self, path: Keys) -> Position | None:
        """Where the value at `path` stands, else the nearest thing above it that exists."""
        steps = range(len(path), -1, -1)
        return next((self.positions[path[:n]] for n in steps if path[:n] in self.positions), None)


class _PlainLoader(yaml.SafeLoader):
    """PyYAML's parser, up to the tree of nodes; what scalars mean is decided here."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, _("write the value again; aliases are not read"))
        if getattr(event, "tag", None) is not None:
            self._refuse(event, _("write the value without a tag"))
        return super().compose_node(parent, index)

    @staticmethod
    def _refuse(event: yaml.Event, reason: str) -> None:
        raise yaml.MarkedYAMLError(problem=reason, problem_mark=event.start_mark)


def read_file(path: Path, root: Path) -> Document:
    """Read a file; positions name it relative to `root`. Raises `SiteFileRefused`."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        _refuse(name, None, _("a file that can be read as UTF-8 text"))
    return read_text(text, name)


def read_text(text: str, name: str) -> Document:
    """Read the text of a file called `name`. Raises `SiteFileRefused`."""
    if len(text) > LARGEST_FILE:
        _refuse(name, len(text), _("at most {most} characters").format(most=LARGEST_FILE))
    try:
        node = yaml.compose(text, Loader=_PlainLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = Position(name, mark.line + 1, mark.column + 1) if mark else Position(name, 1, 1)
        reason = getattr(error, "problem", None) or str(error)
        raise SiteFileRefused(
            [Problem("", None, _("This is not YAML: {reason}").format(reason=reason), at)]
        ) from None
    except RecursionError:
        _refuse(name, None, _("at most {most} levels").format(most=DEEPEST))
    if not isinstance(node, yaml.MappingNode):
        _refuse(name, None, _("keys with values, one per line"))
    reader = _Reader(Document(name))
    reader.document.values = reader.value(node, ())
    if reader.problems:
        raise SiteFileRefused(reader.problems)
    return reader.document


def _refuse(name: str, value: Any, allowed: str) -> None:
    raise SiteFileRefused([Problem("", value, allowed, Position(name, 1, 1))])


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style is not None:  # quoted or a block: text, whatever it looks like
        return text
    kind = next((kind for kind, form in PLAIN_SCALARS.items() if form.match(text)), None)
    return _MEANING[kind](text) if kind else text


@dataclass
class _Reader:
    """Turns nodes into values, and collects what it refuses."""

    document: Document
    problems: list[Problem] = field(default_factory=list)

    def value(self, node: yaml.Node, path: Keys) -> Any:
        self.document.positions.setdefault(path, self._at(node))
        if len(path) > DEEPEST:
            self._refuse(node, path, None, _("at most {most} levels").format(most=DEEPEST))
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, place)) for place, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Keys) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, path, None, _("a key that is a word"))
                continue
            key = str(key_node.value)
            at = (*path, key)
            if key in values:
                first = self.document.positions[at].line
                told = _("each key once: it stands in line {line} already").format(line=first)
                self._refuse(key_node, at, key, told)
                continue
            self.document.positions[at] = self._at(key_node)
            values[key] = self.value(value_node, at)
        return values

    def _at(self, node: yaml.Node) -> Position:
        mark = node.start_mark
        return Position(self.document.file, mark.line + 1, mark.column + 1)

    def _refuse(self, node: yaml.Node, path: Keys, value: Any, allowed: str) -> None:
        self.problems.append(Problem(written(path), value, allowed, self._at(node)))
