"""Which configuration holds: of the active partner, on a day."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.partners.context import current
from core.sites.models import ConfigurationVersion


class NoConfiguration(LookupError):
    """The site has no configuration that holds on that day."""


def configuration_on(day: date) -> ConfigurationVersion:
    """The version in force on `day` at the active partner.

    The one that began last; of two that begin on the same day, the later published. Raises
    `NoConfiguration` for a day before the first.
    """
    version = ConfigurationVersion.objects.valid_on(day).without_document().first()
    if version is None:
        raise NoConfiguration(
            _("%(site)s has no configuration for %(day)s.")
            % {"site": current().name or current().slug, "day": day.isoformat()}
        )
    return version


def current_configuration() -> ConfigurationVersion:
    """The version in force today, by the site's own calendar."""
    return configuration_on(timezone.localdate())


def configuration_number(number: int) -> ConfigurationVersion:
    """The version of that number: the one a decision was made under. Raises `NoConfiguration`."""
    version = ConfigurationVersion.objects.filter(number=number).without_document().first()
    if version is None:
        raise NoConfiguration(_("There is no version %(number)s.") % {"number": number})
    return version


def configuration_versions(user) -> QuerySet:
    """All versions, the newest first, for a reader."""
    return ConfigurationVersion.objects.visible_to(user).without_document().newest_first()
