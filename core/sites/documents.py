"""A configuration as JSON for the database and the API, and its checksum."""

import hashlib
import json
from typing import Any

from core.sites.configuration import SiteConfiguration


def document_of(configuration: SiteConfiguration) -> dict[str, Any]:
    """The JSON form: coded lists are lists (jsonb keeps their order), defaults are left out."""
    return configuration.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def checksum_of(document: dict[str, Any]) -> str:
    """SHA-256 of the document, the same whatever the order of its keys."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
