"""The one way out for a figure: nothing leaves a site or the platform but through `protect`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.disclosure.consortium import consortium_face
from core.disclosure.public import public_face
from core.disclosure.table import Face, Table, Told
from core.indicators.enums import Audience as Outside


class Audience(TextChoices):
    """Who will read a figure."""

    SITE = "site", _("the site itself")
    CONSORTIUM = Outside.CONSORTIUM.value, Outside.CONSORTIUM.label
    PUBLIC = Outside.PUBLIC.value, Outside.PUBLIC.label


def _site_face(table: Table) -> Face:
    """A site sees its own figures exact."""
    return {key: Told(count) for key, count in table.cells.items()}


FACES = {
    Audience.SITE: _site_face,
    Audience.CONSORTIUM: consortium_face,
    Audience.PUBLIC: public_face,
}


def protect(table: Table, audience: str) -> Face:
    """Return `table` as `audience` may see it: for each cell a count, or that it is suppressed.

    The policies stand in `core.disclosure.consortium` and `core.disclosure.public`. Raises
    ValueError for an audience that does not exist.
    """
    return FACES[Audience(audience)](table)
