"""`manage.py partner`: make, list, upgrade, pause and remove sites."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.partners.enums import PartnerState
from core.partners.models import Partner
from core.partners.provisioning import NewPartner, create_partner, remove_partner
from core.partners.schemas import grant_shared
from core.partners.spares import make_ahead
from core.partners.states import set_state
from core.partners.template import current_template
from core.partners.upgrade import Step, UpgradeStopped, upgrade_partners
from core.sites.files import SiteFileRefused, describe_site


class Command(BaseCommand):
    """The operator's door to partners; every subcommand can be repeated safely."""

    help = "Make, list, upgrade, pause or remove a site."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand each."""
        actions = parser.add_subparsers(dest="action", required=True)
        create = actions.add_parser("create", help="make a ready site")
        create.add_argument("slug", help="short name: den-haag")
        create.add_argument("--config", help="folder below site_configs/ (default: the slug)")
        create.add_argument("--administrator", help="address of the first administrator")
        create.add_argument("--host", action="append", default=[], help="further host name")
        actions.add_parser("list", help="all sites with their hosts")
        actions.add_parser("upgrade", help="bring all schemas to this release")
        for action in ("pause", "resume", "archive", "remove"):
            actions.add_parser(action).add_argument("slug")

    def handle(self, *args, **options) -> None:
        """Call the subcommand."""
        getattr(self, options["action"])(**options)

    def create(self, slug: str, config: str | None, administrator: str | None, host, **_rest):
        """Make schema, role, grants, first administrator and configuration."""
        folder = Path(settings.SITE_CONFIGS) / (config or slug)
        try:
            site = describe_site(folder)
            new = NewPartner(
                slug, site.name, site.country, site.languages, site.time_zone, tuple(host)
            )
            options = {"administrator": administrator, "config": config or slug}
            partner = create_partner(new, options)
        except SiteFileRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        except ValidationError as refusal:
            raise CommandError("\n".join(refusal.messages)) from refusal
        self.stdout.write(f"{partner.name} is ready: {partner.get_primary_domain().domain}")
        make_ahead()

    def list(self, **_options):
        """Show every site with its schema, state and main host."""
        for partner in Partner.objects.prefetch_related("domains"):
            hosts = ", ".join(domain.domain for domain in partner.domains.all())
            self.stdout.write(
                f"{partner.slug:<24} {partner.schema_name:<30} {partner.state}  {hosts}"
            )

    def upgrade(self, **_options):
        """Migrate the shared layer, then all partners; stops at the first failure."""
        call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
        grant_shared()

        def progress(step: Step) -> None:
            mark = "upgraded" if step.changed else "up to date"
            self.stdout.write(f"[{step.position}/{step.total}] {step.schema}: {mark}")

        try:
            changed = upgrade_partners(progress)
        except UpgradeStopped as stopped:
            raise CommandError(
                f"{stopped}\nNothing was changed there. Repair the cause and run the same "
                "command again: it goes on from this partner."
            ) from stopped
        current_template()
        make_ahead()
        self.stdout.write(f"{changed} upgraded.")

    def pause(self, slug: str, **_options):
        """Show a notice on the site's host; keep everything."""
        set_state(_find(slug), PartnerState.PAUSED)

    def resume(self, slug: str, **_options):
        """Open a paused or archived site again."""
        set_state(_find(slug), PartnerState.ACTIVE)

    def archive(self, slug: str, **_options):
        """Close a site for good; its schema stays until it is removed."""
        set_state(_find(slug), PartnerState.ARCHIVED)

    def remove(self, slug: str, **_options):
        """Remove an archived site wholly."""
        partner = _find(slug)
        if partner.state != PartnerState.ARCHIVED:
            raise CommandError(f"Archive {slug} first: only an archived site can be removed.")
        remove_partner(partner)


def _find(slug: str) -> Partner:
    partner = Partner.objects.filter(slug=slug).first()
    if partner is None:
        known = ", ".join(Partner.objects.values_list("slug", flat=True))
        raise CommandError(f"There is no site called {slug}. Known: {known}.")
    return partner
