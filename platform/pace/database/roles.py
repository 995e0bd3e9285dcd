"""The database roles of the platform and how to sign in as them.

`pace_owner` owns every table and migrates; `pace_router` knows hosts alone; `pace_programme`
reads submissions; `pace_public` reads what is released; `pace_queue` carries task messages;
and each partner has a role of its own, named after its schema. On the embedded server a
role needs no password (peer authentication); elsewhere its password is derived from one
secret, so that no list of passwords has to be kept.
"""

import hashlib
import hmac

OWNER = "pace_owner"
ROUTER = "pace_router"
PROGRAMME = "pace_programme"
PUBLIC = "pace_public"
QUEUE = "pace_queue"


def password_of(role: str, secret: str) -> str:
    """Return the role's password: HMAC-SHA-256 of its name under `secret`, in hexadecimal."""
    return hmac.new(secret.encode(), role.encode(), hashlib.sha256).hexdigest()
