"""Change the rules of the site for a test."""

import json

from core.sites.models import ConfigurationVersion
from core.sites.selectors import current_configuration


def change_care(**care) -> None:
    """Publish, from today's version on, other rules of care: capacity, binding, ages."""
    now = current_configuration()
    document = json.loads(json.dumps(now.document))
    document["care"] |= care
    ConfigurationVersion.objects.create(
        number=now.number + 100,
        valid_from=now.valid_from,
        published_by_text="test",
        source="test",
        reason="test",
        document=document,
        checksum=f"{hash(str(care)):x}",
    )
