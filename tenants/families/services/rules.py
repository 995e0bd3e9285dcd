"""Checks that ask the database: what is in use already, what the site's configuration offers."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from core.sites.criteria import Outcome
from core.sites.lists import check_code
from core.sites.models import ConfigurationVersion
from core.sites.selectors import NoConfiguration, configuration_on
from tenants.families.models import Decision, Guardian
from tenants.families.selectors import current_decision
from tenants.families.validation import Findings, Messages


def check_own_reference(model: type[Model], own_reference: str | None) -> Messages:
    """Messages when the partner's own number stands on another record of the same kind."""
    found = Findings()
    if own_reference and model._default_manager.filter(own_reference=own_reference).exists():
        text = _("%(reference)s is in use already. Check the number, or leave it empty.")
        found.add("own_reference", text % {"reference": own_reference})
    return found.messages


def check_referrer(code: str, *, on: date) -> Messages:
    """Messages when the site's list of that day does not offer this referrer."""
    found = Findings()
    try:
        configuration = configuration_on(on).configuration
    except NoConfiguration as error:
        found.add("referred_on", str(error))
        return found.messages
    for text in check_code("referrers", code, configuration):
        found.add("referrer", text)
    return found.messages


def version_on(day: date, field: str) -> ConfigurationVersion:
    """The configuration in force on a day. Raises ValidationError on `field` without one."""
    try:
        return configuration_on(day)
    except NoConfiguration as error:
        raise ValidationError({field: [str(error)]}) from None


def locked(guardian: Guardian) -> Guardian:
    """The parent's row, locked until the transaction ends: steps on one parent queue up."""
    found = Guardian.objects.select_for_update(of=("self",)).select_related("family")
    return found.get(pk=guardian.pk)


def eligible_decision(guardian: Guardian) -> Decision:
    """The decision that holds for a parent. Raises ValidationError unless it is "eligible"."""
    decision = current_decision(guardian)
    if decision is None:
        raise ValidationError(
            _("Nothing has been decided for %(name)s yet. Hold the intake and decide first.")
            % {"name": guardian.name}
        )
    if decision.outcome != Outcome.ELIGIBLE:
        raise ValidationError(
            _(
                "The decision for %(name)s is not “eligible”, so guidance cannot start. If "
                "something changed, record a new intake and decide again."
            )
            % {"name": guardian.name}
        )
    return decision


def by_name(by: Any) -> str:
    """How somebody signs what they recorded."""
    return str(by) if by is not None else ""
