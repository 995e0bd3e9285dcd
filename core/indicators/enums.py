"""The closed choices of a collected figure, with their meaning beside them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

#: The population of a site's own figures; a common population is "common:<its code>".
OWN = "own"
COMMON_PREFIX = "common:"


class Audience(TextChoices):
    """Who may see a figure once it has left the site. The site itself always sees it exact."""

    CONSORTIUM = "consortium", _("between partners")
    PUBLIC = "public", _("public")


class CellState(TextChoices):
    """A suppressed cell exists and is not told; a cell that does not exist has no row."""

    SHOWN = "shown", _("shown")
    SUPPRESSED = "suppressed", _("not shown, to protect people")


class Dimension(TextChoices):
    """What a figure is broken down by. The empty dimension is the figure's total."""

    TOTAL = "", _("total")
    TARGET_GROUP = "target_group", _("target group")
    FAMILY_TYPE = "family_type", _("family type")
    CHILD_AGE = "child_age", _("age of the youngest child")
    DETAIL = "detail", _("detail")


#: The category of those of whom a dimension is not known.
UNKNOWN = "unknown"


def common_population(code: str) -> str:
    """The population name of a common population's code."""
    return f"{COMMON_PREFIX}{code}"
