"""Publishing a configuration: the one door through which a site's rules change.

Three ways lead to it: a person on the settings screen (`publish_version`), an operator with a
checked file (`import_version`), and the files that seed a new site (`publish_from_files`). All
check the document, its place in the series of versions and the reason, and add a version;
none changes one. The programme may read versions, so a version names the office that published
it; the name of the person stands in the site's own log.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pydantic
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.accounts.access import NotPermitted
from core.accounts.enums import Role
from core.audit.services import record
from core.partners.context import current
from core.sites.configuration import SiteConfiguration
from core.sites.configuration.succession import unannounced_changes
from core.sites.documents import checksum_of, document_of
from core.sites.files.checking import problems_of
from core.sites.files.folder import Folder, site_folder
from core.sites.files.reading import Document
from core.sites.models import ConfigurationVersion
from core.sites.permissions import PUBLISHER_ROLES, can_publish_configuration

#: Kept in English, shown in the reader's language.
SEED_REASON = gettext_noop("Seeded from the site's files")
OPERATOR = gettext_noop("Operator of the platform")


def publish_version(
    *, by: Any, document: Mapping[str, Any], valid_from: date, reason: str, source: str
) -> ConfigurationVersion:
    """Publish `document` (the JSON form) from `valid_from` on, for the active partner.

    Raises `NotPermitted`, or `ValidationError` by the path of each refused value.
    """
    if not can_publish_configuration(by):
        raise NotPermitted(_("Only the coordinator or the administrator may publish settings."))
    configuration = _typed({**document, "valid_from": valid_from.isoformat()})
    return _publish(configuration, reason, source, by=by, office=_office_of(by), name=str(by))


def import_version(
    *, by_text: str, configuration: SiteConfiguration, valid_from: date, reason: str, source: str
) -> ConfigurationVersion:
    """Publish a checked configuration as the operator `by_text` of this machine.

    Raises `ValidationError` by the path of each refused value.
    """
    document = document_of(configuration) | {"valid_from": valid_from.isoformat()}
    return _publish(_typed(document), reason, source, by=None, office=OPERATOR, name=by_text)


def publish_from_files(
    slug: str, by_text: str, folder: Folder | None = None
) -> list[ConfigurationVersion]:
    """Publish every version of the files of site `slug` that the active partner lacks.

    A partner with another short name takes the files' content under its own. May be repeated:
    what is published already stays. Raises `SiteFileRefused`, and then publishes nothing.
    """
    known = set(ConfigurationVersion.objects.values_list("checksum", flat=True))
    published = []
    with transaction.atomic():
        for found in (folder or site_folder()).versions(slug):
            configuration = found.model_copy(update={"slug": current().slug})
            if checksum_of(document_of(configuration)) not in known:
                source = f"site_configs/{slug}"
                published.append(
                    _publish(
                        configuration, SEED_REASON, source, by=None, office=by_text, name=by_text
                    )
                )
    return published


def _typed(document: Mapping[str, Any]) -> SiteConfiguration:
    try:
        return SiteConfiguration.model_validate(document)
    except pydantic.ValidationError as error:
        found = problems_of(error, document, Document(""))
        raise ValidationError({problem.path: str(problem) for problem in found}) from None


def _publish(
    configuration: SiteConfiguration, reason: str, source: str, *, by: Any, office: str, name: str
) -> ConfigurationVersion:
    _check_belongs_here(configuration)
    _check_succession(configuration)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why this version is published.")})
    document = document_of(configuration)
    with transaction.atomic():
        version = _add(configuration, document, reason.strip(), source, office)
        record(
            by=by,
            action="sites.configuration_published",
            object_type="sites.configurationversion",
            object_id=version.pk,
            summary=str(version),
            reason=version.reason,
            details={"published_by": name, "source": source, "checksum": version.checksum},
        )
    return version


def _office_of(person: Any) -> str:
    """The role by which somebody may publish, in the source language."""
    role = next(role for role in Role if role in PUBLISHER_ROLES and person.has_role(role))
    with translation.override("en-gb"):
        return str(role.label)


def _add(
    configuration: SiteConfiguration, document: dict, reason: str, source: str, office: str
) -> ConfigurationVersion:
    last = ConfigurationVersion.objects.order_by("-number").values_list("number", flat=True).first()
    try:
        with transaction.atomic():
            return ConfigurationVersion.objects.create(
                number=(last or 0) + 1,
                valid_from=configuration.valid_from,
                published_by_text=office,
                source=source,
                reason=reason,
                document=document,
                checksum=checksum_of(document),
            )
    except IntegrityError:
        raise ValidationError(
            _("Somebody else published a version just now. Look at it, then publish yours again.")
        ) from None


def _check_belongs_here(configuration: SiteConfiguration) -> None:
    here = current()
    if configuration.slug != here.slug:
        raise ValidationError(
            {
                "slug": _("This is the configuration of %(found)s; here is %(here)s.")
                % {"found": configuration.slug, "here": here.slug}
            }
        )
    if configuration.country != here.country:
        raise ValidationError(
            {
                "country": _("A site does not change country: %(here)s is in %(country)s.")
                % {"here": here.slug, "country": here.country}
            }
        )


def _check_succession(configuration: SiteConfiguration) -> None:
    """A change of meaning against the version it takes over from must name its break."""
    before = ConfigurationVersion.objects.valid_on(configuration.valid_from).first()
    if before is None:
        return
    changes = unannounced_changes(before.configuration, configuration)
    if changes:
        day = configuration.valid_from.isoformat()
        raise ValidationError(
            {
                f"practice.{code}.breaks": _("%(names)s changed: name the break on %(day)s.")
                % {"names": ", ".join(names), "day": day}
                for code, names in changes.items()
            }
        )
