"""Every route of the three hosts, read from the URL table."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.urls import URLPattern, URLResolver

SAMPLES = {"int": 999_999, "slug": "none", "path": "none", "uuid": "0" * 32}


@dataclass(frozen=True)
class Route:
    """A named address on one kind of host, with a sample of each of its parts."""

    host: str
    name: str
    kwargs: tuple

    @property
    def key(self) -> str:
        """How the permissions table names it."""
        return f"{self.host} {self.name}"


def all_routes() -> list[Route]:
    """The routes of all hosts, in the order of the URL tables."""
    return [
        route
        for host, module in settings.HOST_URLCONFS.items()
        for route in _walk(host, import_module(module).urlpatterns, "", ())
    ]


def _walk(host: str, patterns: list, namespace: str, kwargs: tuple) -> Iterator[Route]:
    for pattern in patterns:
        here = (*kwargs, *_samples(pattern))
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(host, pattern.url_patterns, inner, here)
        else:
            yield Route(host, f"{namespace}{pattern.name or '(no name)'}", here)


def _samples(pattern: URLPattern | URLResolver) -> Iterator[tuple[str, object]]:
    for name, converter in getattr(pattern.pattern, "converters", {}).items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        yield name, SAMPLES.get(kind, _sample_of(converter))


def _sample_of(converter) -> object:
    for text in ("none", "2020-02-03", "1"):
        try:
            return converter.to_python(text)
        except ValueError:
            continue
    return "none"
