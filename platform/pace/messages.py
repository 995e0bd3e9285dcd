"""Extract, merge and compile the interface's texts without GNU gettext.

Texts are found in Python and in templates (Django's own `templatize` turns a template into
something Babel's extractor reads). Catalogues: `nl` holds what Dutch has in common, `nl_BE`
and `nl_NL` only what differs, `fr` and `en_GB` are whole. English is the source, so en_GB
repeats it; it exists so that a missing text is found in English as well.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.extract import extract_python
from django.utils.translation import template as django_template

WHOLE = ("nl", "fr", "en_GB")
DIFFERENCES = ("nl_BE", "nl_NL")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_later": None,  # gettext_lazy, where a module also has gettext as _
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLURAL_FORMS = {"fr": "nplurals=2; plural=(n > 1);"}
FOLDERS = ("core", "tenants", "platform")


@dataclass(frozen=True)
class Text:
    """One text to translate: context, singular, plural, and where it stands."""

    context: str | None
    singular: str
    plural: str | None
    place: str

    @property
    def key(self) -> tuple[str | None, str, str | None]:
        """What makes two texts the same."""
        return (self.context, self.singular, self.plural)


def texts(base: Path) -> dict[tuple, list[Text]]:
    """Every text of the sources below `base`, by key."""
    found: dict[tuple, list[Text]] = {}
    for text in _all_texts(base):
        found.setdefault(text.key, []).append(text)
    return found


def _all_texts(base: Path) -> Iterator[Text]:
    for folder in FOLDERS:
        for path in sorted((base / folder).rglob("*")):
            if "vendor" in path.parts or "migrations" in path.parts:
                continue
            if path.suffix == ".py":
                yield from _extract(path.read_text(), path.relative_to(base))
            elif path.suffix in (".html", ".txt") and "templates" in path.parts:
                source = django_template.templatize(path.read_text(), origin=str(path))
                yield from _extract(source, path.relative_to(base))


def _extract(source: str, place: Path) -> Iterator[Text]:
    file = io.BytesIO(source.encode())
    for _line, function, message, _comments in extract_python(file, KEYWORDS, (), {}):
        parts = list(message) if isinstance(message, tuple | list) else [message]
        # What follows the texts (the number, a trailing comma) is no text.
        parts = parts[: 1 + ("pgettext" in function) + (function[:2] in ("ng", "np"))]
        if not parts or not all(isinstance(part, str) for part in parts):
            continue
        context = parts.pop(0) if "pgettext" in function else None
        plural = parts[1] if "ngettext" in function or "npgettext" in function else None
        if parts[0]:
            yield Text(context, parts[0], plural, str(place))


def catalogue_path(base: Path, language: str) -> Path:
    """Where a language's catalogue stands."""
    return base / "locale" / language / "LC_MESSAGES" / "django.po"


def load(base: Path, language: str) -> polib.POFile:
    """Read a catalogue, or begin one with the right header."""
    path = catalogue_path(base, language)
    catalogue = polib.pofile(str(path)) if path.exists() else polib.POFile()
    catalogue.metadata = {
        "Project-Id-Version": "PACE platform",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS.get(language, "nplurals=2; plural=(n != 1);"),
    }
    catalogue.wrapwidth = 100
    return catalogue


def merged(base: Path, language: str, found: dict[tuple, list[Text]]) -> polib.POFile:
    """The catalogue with every text of the sources, keeping translations, dropping the unused."""
    before = {(e.msgctxt, e.msgid, e.msgid_plural or None): e for e in load(base, language)}
    after = load(base, language)
    after.clear()
    for key in sorted(found, key=lambda key: (key[1], key[0] or "", key[2] or "")):
        if language in DIFFERENCES and key not in before:
            continue
        after.append(_entry(key, found[key], before.get(key), language))
    return after


def _entry(key: tuple, places: list[Text], known: polib.POEntry | None, language: str):
    context, singular, plural = key
    entry = polib.POEntry(msgctxt=context, msgid=singular, msgid_plural=plural or "")
    entry.occurrences = [(place, "") for place in sorted({text.place for text in places})]
    if "%(" in singular:
        entry.flags = ["python-format"]
    if plural:
        own = {0: singular, 1: plural} if language == "en_GB" else {0: "", 1: ""}
        entry.msgstr_plural = dict(known.msgstr_plural) if known else own
    else:
        entry.msgstr = known.msgstr if known else (singular if language == "en_GB" else "")
    return entry


def write(base: Path, language: str, catalogue: polib.POFile) -> None:
    """Save a catalogue and its compiled form."""
    path = catalogue_path(base, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    catalogue.save_as_mofile(str(path.with_suffix(".mo")))


def faults(base: Path) -> list[str]:
    """What is wrong with the committed catalogues, one line each."""
    found = texts(base)
    return [
        line for language in (*WHOLE, *DIFFERENCES) for line in _faults_of(base, language, found)
    ]


def _faults_of(base: Path, language: str, found: dict[tuple, list[Text]]) -> Iterator[str]:
    entries = {(e.msgctxt, e.msgid, e.msgid_plural or None): e for e in load(base, language)}
    for key, entry in entries.items():
        if key not in found:
            yield f"{language}: not used any more: {entry.msgid!r}"
        elif entry.fuzzy:
            yield f"{language}: fuzzy: {entry.msgid!r}"
        elif not entry.translated():
            yield f"{language}: not translated: {entry.msgid!r}"
        elif _placeholders(entry.msgid) != _placeholders(_said(entry)) and not entry.msgid_plural:
            yield f"{language}: other placeholders: {entry.msgid!r}"
    if language in WHOLE:
        for key in found.keys() - entries.keys():
            yield f"{language}: missing: {key[1]!r} ({found[key][0].place})"
    compiled = catalogue_path(base, language).with_suffix(".mo")
    if entries and (
        not compiled.exists() or compiled.read_bytes() != load(base, language).to_binary()
    ):
        yield f"{language}: the compiled catalogue is out of date; run manage.py fix"


def _said(entry: polib.POEntry) -> str:
    return entry.msgstr_plural.get(1, "") if entry.msgid_plural else entry.msgstr


def _placeholders(text: str) -> set[str]:
    return {piece.partition(")")[0] for piece in text.split("%(")[1:]}
