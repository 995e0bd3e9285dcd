"""The site's own rules as an import needs them: for many days, without asking each time."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from core.sites.configuration import SiteConfiguration
from core.sites.models import ConfigurationVersion
from core.sites.texts import in_language
from tenants.families.case_import.problems import CellProblem


class SiteRules:
    """Every published version of the active partner's configuration, by day."""

    def __init__(self, today: date) -> None:
        versions = ConfigurationVersion.objects.without_document()
        self._versions = list(versions.order_by("valid_from", "number"))
        self._begins = [version.valid_from for version in self._versions]
        self._by_day: dict[date, ConfigurationVersion] = {}
        self._configurations: dict[int, SiteConfiguration] = {}
        self.today = today

    def version_on(self, day: date) -> ConfigurationVersion:
        """The version in force on a day; raises `CellProblem` before the first."""
        found = self._by_day.get(day)
        if found is None:
            position = bisect_right(self._begins, day)
            if position == 0:
                raise self._too_early()
            found = self._by_day[day] = self._versions[position - 1]
        return found

    def on(self, day: date) -> SiteConfiguration:
        """The configuration in force on a day; raises `CellProblem` before the first."""
        version = self.version_on(day)
        found = self._configurations.get(version.number)
        if found is None:
            found = self._configurations[version.number] = version.configuration
        return found

    @property
    def first_day(self) -> date:
        """The first day on which the site has rules; today where it has none."""
        return self._begins[0] if self._begins else self.today

    @property
    def current(self) -> SiteConfiguration:
        """The configuration in force today, or the first if that is still to come."""
        return self.on(max(self.today, self.first_day))

    def choices(self, name: str) -> Mapping[str, str]:
        """The codes of one of the site's lists, retired ones too, with labels for the reader.

        None at a site without rules: there every day is refused with that reason.
        """
        if not self._versions:
            return {}
        return {item.code: in_language(item.label) for item in getattr(self.current.lists, name)}

    def day_parts(self) -> Mapping[str, str]:
        """The codes of every day-part that the site ever had."""
        found = {}
        for version in self._versions:
            for part in self.on(version.valid_from).day_parts:
                found[part.code] = in_language(part.label)
        return found

    def target_groups(self) -> Mapping[str, str]:
        """The codes of every target group that the site ever had."""
        found = {}
        for version in self._versions:
            for group in self.on(version.valid_from).target_groups:
                found[group.code] = in_language(group.label)
        return found

    def _too_early(self) -> CellProblem:
        if not self._begins:
            return CellProblem(_("Your site has no rules yet. Publish its configuration first."))
        return CellProblem(
            _("On this day your site had no rules yet."),
            str(_("a day from %(first)s on")) % {"first": self._begins[0].isoformat()},
        )
