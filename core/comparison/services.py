"""Agreeing on a common population: people whom several sites all work for.

The sites compute their own figures for it when they approve a period, so an agreement counts for
approvals from then on. It is described once, by the criteria language, for all sites alike.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from pydantic import ValidationError as CriteriaRefused

from core.accounts.access import check
from core.audit.services import record
from core.comparison.permissions import AGREERS
from core.indicators.models import CommonPopulation
from core.partners.models import Partner
from core.sites.criteria import Criteria, is_satisfiable


@transaction.atomic
def agree_on_population(
    *,
    by: Any,
    code: str,
    labels: Mapping[str, str],
    criteria: Mapping[str, Any],
    sites: Collection[str],
) -> CommonPopulation:
    """Write down a common population of `sites` (short names).

    `labels` holds its name by language code (`en-gb` at least), `criteria` the tree as in a
    site's file. Raises NotPermitted, and ValidationError by field.
    """
    check(by, *AGREERS)
    row = CommonPopulation(
        code=code, criteria=_valid_criteria(criteria), sites=_valid_sites(sites), **_names(labels)
    )
    row.full_clean()
    row.save()
    record(
        by=by,
        action="comparison.population_agreed",
        object_type="indicators.commonpopulation",
        object_id=row.pk,
        summary=row.label_en_gb,
        details={"code": code, "sites": row.sites},
    )
    return row


def _valid_criteria(criteria: Mapping[str, Any]) -> dict[str, Any]:
    try:
        found = Criteria.model_validate(criteria)
    except CriteriaRefused as refusal:
        raise ValidationError({"criteria": str(refusal.errors()[0]["msg"])}) from refusal
    if not is_satisfiable(found):
        message = _("Nobody can belong to this population. Leave out a condition.")
        raise ValidationError({"criteria": message})
    return found.written()


def _valid_sites(sites: Collection[str]) -> list[str]:
    """At least two sites that exist, each once, in alphabetical order."""
    wanted = sorted(set(sites))
    known = set(Partner.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    if unknown := [slug for slug in wanted if slug not in known]:
        message = _("There is no such site: %(sites)s.") % {"sites": ", ".join(unknown)}
        raise ValidationError({"sites": message})
    if len(wanted) < 2:
        raise ValidationError({"sites": _("Choose at least two sites: one has nobody to share.")})
    return wanted


def _names(labels: Mapping[str, str]) -> dict[str, str]:
    """The columns of the name; a language that is not ours is left out."""
    ours = [code for code, _label in settings.LANGUAGES if labels.get(code)]
    if "en-gb" not in ours:
        raise ValidationError({"label": _("Give the name in English: it is the fallback.")})
    return {f"label_{code.replace('-', '_')}": labels[code] for code in ours}
