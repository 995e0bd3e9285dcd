"""Configurations that this process has built already.

A page asks for the site's configuration several times and building one takes milliseconds. The
key is the schema and the document's checksum, so nothing has to be told when a version is
published: another document is another key.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable

from core.sites.configuration import SiteConfiguration

MOST = 256

_known: OrderedDict[tuple[str, str], SiteConfiguration] = OrderedDict()
_lock = threading.Lock()


def remembered(key: tuple[str, str], build: Callable[[], SiteConfiguration]) -> SiteConfiguration:
    """The configuration of `key`, built if this process does not know it. Keeps the last 256."""
    with _lock:
        if key in _known:
            _known.move_to_end(key)
            return _known[key]
    configuration = build()
    with _lock:
        _known[key] = configuration
        while len(_known) > MOST:
            _known.popitem(last=False)
    return configuration
