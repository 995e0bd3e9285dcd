"""What the public may read: which sites there are and where they are found."""

from dataclasses import dataclass

from core.partners.enums import PartnerState
from core.partners.models import Domain, Partner


@dataclass(frozen=True)
class PublicSite:
    """A site by its public name; `host` is where its people sign in, "" if it has none."""

    slug: str
    name: str
    country: str
    host: str


def public_sites() -> list[PublicSite]:
    """Active sites by country and name, in two statements."""
    hosts = dict(Domain.objects.filter(is_primary=True).values_list("tenant_id", "domain"))
    partners = Partner.objects.filter(state=PartnerState.ACTIVE).order_by("country", "name")
    return [
        PublicSite(partner.slug, partner.name, partner.country, hosts.get(partner.pk, ""))
        for partner in partners
    ]
