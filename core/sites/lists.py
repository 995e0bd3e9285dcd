"""The coded lists of the active site, as its forms offer them and its pages show them.

`name` is one of the lists of a configuration: referrers, contact_kinds, training_kinds,
work_kinds, end_reasons, barriers, life_domains, care_forms. A retired code is offered no more,
and keeps its label on what was recorded with it.
"""

from django.utils.translation import gettext as _

from core.sites.configuration import ListItem, SiteConfiguration
from core.sites.selectors import current_configuration
from core.sites.texts import in_language
from core.ui.formats import list_of


def offered(name: str, configuration: SiteConfiguration | None = None) -> list[tuple[str, str]]:
    """Codes with their labels in the reader's language, without retired ones."""
    items = _items(name, configuration)
    return [(item.code, in_language(item.label)) for item in items if not item.retired]


def labels(name: str, configuration: SiteConfiguration | None = None) -> dict[str, str]:
    """Labels by code in the reader's language, retired ones included."""
    return {item.code: in_language(item.label) for item in _items(name, configuration)}


def check_code(name: str, code: str, configuration: SiteConfiguration | None = None) -> list[str]:
    """Messages on a code that the list does not offer; empty when it does."""
    known = offered(name, configuration)
    if any(code == each for each, _label in known):
        return []
    text = _("“%(code)s” is not in your site's list. Choose one of these: %(offered)s.")
    return [text % {"code": code, "offered": list_of([label for _code, label in known])}]


def _items(name: str, configuration: SiteConfiguration | None) -> list[ListItem]:
    configuration = configuration or current_configuration().configuration
    return getattr(configuration.lists, name)
