"""Bring a database to the point where the platform can be used: roles, schemas, sites, people.

Every step looks first and does nothing when it has been done, so a second start takes
seconds.
"""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from core.accounts.enums import Role
from core.accounts.models import User
from core.comparison.demo import agree_on_demo_populations
from core.partners.context import owner_context, partner_context, programme_context
from core.partners.models import Partner
from core.partners.provisioning import NewPartner, create_partner
from core.partners.schemas import grant_shared
from core.partners.spares import make_ahead
from core.partners.template import current_template, migration_state
from core.partners.upgrade import upgrade_partners
from core.sites.files import describe_site
from pace import demo_data
from pace.database.installation import install_embedded


def prepare(say: Callable[[str], object]) -> None:
    """Make the embedded database ready for the demo, saying what takes long."""
    if settings.DATABASES["default"]["HOST"] == "embedded":
        install_embedded(settings.PACE_CLUSTER, settings.PACE_DATABASE_NAME)
    with owner_context():
        if not _is_current():
            say("Preparing the database …")
            call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
            grant_shared()
            upgrade_partners()
            current_template()
            make_ahead()
        missing = [slug for slug in site_folders() if not _exists(slug)]
    for position, slug in enumerate(missing, start=1):
        partner = _make_site(slug)
        say(f"[{position}/{len(missing)}] {partner.name}: filling with invented families …")
        with partner_context(partner):
            demo_data.load(partner)
    with programme_context():
        demo_data.load_programme()
        if missing:
            # Before the sites approve, so that their submissions hold the shared figures.
            agree_on_demo_populations(by=User.objects.with_role(Role.LEAD_PARTNER).first())
    if missing:
        _gather_statistics()
        say("Approving past periods and collecting the figures …")
        demo_data.approve_past_periods(Partner.objects.all)


def site_folders() -> list[str]:
    """The sites that ship with the platform, by folder name."""
    folders = Path(settings.SITE_CONFIGS).iterdir()
    return sorted(folder.name for folder in folders if (folder / "site.yaml").exists())


def _gather_statistics() -> None:
    # After a bulk load the planner knows nothing until autovacuum comes by in a minute.
    with owner_context(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _is_current() -> bool:
    mark = Path(settings.PACE_STATE) / "migrated"
    state = migration_state()
    if mark.exists() and mark.read_text() == state:
        return True
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_text(state)
    return False


def _exists(slug: str) -> bool:
    return Partner.objects.filter(slug=slug).exists()


def _make_site(slug: str) -> Partner:
    site = describe_site(Path(settings.SITE_CONFIGS) / slug)
    new = NewPartner(slug, site.name, site.country, site.languages, site.time_zone)
    return create_partner(new, {"config": slug})
