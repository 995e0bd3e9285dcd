"""The tokens in invitations: random, and kept as a digest only."""

import hashlib
import secrets


def new_token() -> str:
    """256 random bits as text that fits an address."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What is kept of a token: 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()
