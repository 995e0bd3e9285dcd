"""The coded lists a site chooses from, with what sets an item apart."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.sites.configuration import EndReason, ListItem, Origin, SiteConfiguration, WorkKind
from core.sites.configuration.lists import Lists
from core.sites.texts import in_language
from core.sites.web.shown import Sheet
from core.sites.words import name_of


@dataclass(frozen=True)
class ShownItem:
    """One choice of a list; `remark` says what sets it apart."""

    code: str
    name: str
    remark: str
    is_retired: bool
    origin: Origin | None


@dataclass(frozen=True)
class ShownList:
    """One list with its items."""

    code: str
    name: str
    items: list[ShownItem]


def shown_lists(configuration: SiteConfiguration) -> list[ShownList]:
    """Every list in the order of the files."""
    sheet = Sheet(configuration)
    return [
        ShownList(
            name,
            name_of(name),
            [_item(name, item, sheet) for item in getattr(configuration.lists, name)],
        )
        for name in Lists.model_fields
    ]


def _item(name: str, item: ListItem, sheet: Sheet) -> ShownItem:
    return ShownItem(
        code=item.code,
        name=in_language(item.label),
        remark=_remark(item),
        is_retired=item.retired,
        origin=sheet.origin(("lists", name, item.code, "label")),
    )


def _remark(item: ListItem) -> str:
    if isinstance(item, WorkKind):
        return _("regular economy") if item.regular_economy else _("social or subsidised work")
    if isinstance(item, EndReason):
        return _("counts as success") if item.counts_as_success else _("not counted as success")
    return ""
