"""What a new partner gets from this app: its first configuration."""

from typing import Any

from django.utils.translation import gettext_noop

from core.partners.models import Partner
from core.sites.files.folder import site_folder
from core.sites.services import publish_from_files

BY = gettext_noop("Provisioning")


def publish_configuration(partner: Partner, options: dict[str, Any]) -> None:
    """Publish the files of `options["config"]`, or of the partner's own short name.

    A partner for whom there are no files, and none were named, begins without: the operator
    imports a configuration (`manage.py site import`).
    """
    named = options.get("config")
    slug = named or partner.slug
    if named or slug in site_folder().slugs():
        publish_from_files(slug, BY)
