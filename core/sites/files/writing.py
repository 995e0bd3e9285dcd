"""Writing a configuration as YAML that reads back as the same configuration."""

from decimal import Decimal
from typing import Any

import yaml

from core.sites.configuration import SiteConfiguration
from core.sites.configuration.lists import Lists
from core.sites.documents import document_of
from core.sites.files.reading import PLAIN_SCALARS

FIRST_LINE = "# yaml-language-server: $schema=../schema/site.schema.json\n"
LINE_LENGTH = 100


class _Dumper(yaml.SafeDumper):
    """Quotes a text only where our reader would take it for something else."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    """Line breaks of any alphabet and invisible characters are written as escapes."""
    style = None if value.isprintable() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _number(dumper: yaml.SafeDumper, value: float) -> yaml.ScalarNode:
    text = format(Decimal(repr(value)), "f")
    return dumper.represent_scalar("tag:yaml.org,2002:float", text if "." in text else f"{text}.0")


for _tag, _pattern in PLAIN_SCALARS.items():
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", _pattern, None)
_Dumper.add_representer(float, _number)
_Dumper.add_representer(str, _text)


def authored(configuration: SiteConfiguration) -> dict[str, Any]:
    """The values as people write them: coded lists as mappings from code to member."""
    values = document_of(configuration)
    for name in ("target_groups", "day_parts"):
        values[name] = _by_code(values[name])
    for name in Lists.model_fields:
        values["lists"][name] = _by_code(values["lists"][name])
    return values


def _by_code(members: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        member["code"]: {key: value for key, value in member.items() if key != "code"}
        for member in members
    }


def yaml_of(configuration: SiteConfiguration) -> str:
    """The complete configuration with its origins, as one file."""
    return FIRST_LINE + yaml.dump(
        authored(configuration),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=LINE_LENGTH,
    )
