"""Names of schemas and roles, derived from a partner's slug and country.

A schema is `t_<country>_<slug>`, a role `pace_<country>_<slug>`. Other names would break
cache keys and quoting, so anything else is refused here, once.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PUBLIC_SCHEMA = "public"
TEMPLATE_SCHEMA = "t_zz_template"
SPARE_PREFIX = "t_zz_spare_"
SLUG = re.compile(r"[a-z][a-z0-9-]{1,38}[a-z0-9]")
SCHEMA = re.compile(r"t_[a-z]{2}_[a-z0-9_]{1,40}")
RESERVED_SLUGS = frozenset({"programme", "public", "www", "api", "static", "template", "t"})


def validate_slug(slug: str) -> None:
    """Raise `ValidationError` unless `slug` can be a host name and a schema name."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(
            _("The short name “%(slug)s” is kept for the platform. Choose another one."),
            params={"slug": slug},
        )
    if not SLUG.fullmatch(slug):
        raise ValidationError(
            _(
                "“%(slug)s” cannot be a short name. Use 3 to 40 small letters, digits and "
                "hyphens; begin with a letter, as in “den-haag”."
            ),
            params={"slug": slug},
        )


def schema_of(slug: str, country: str) -> str:
    """`schema_of("den-haag", "NL")` is `t_nl_den_haag`; the country's first two letters count."""
    return f"t_{country[:2].lower()}_{slug.replace('-', '_')}"


def role_of(schema_name: str) -> str:
    """The login role of a schema: `t_nl_den_haag` signs in as `pace_nl_den_haag`."""
    if not SCHEMA.fullmatch(schema_name):
        raise ValueError(f"{schema_name!r} is not the schema of a partner.")
    return "pace_" + schema_name.removeprefix("t_")
