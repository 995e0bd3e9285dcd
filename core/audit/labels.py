"""What the codes in the log are called on a screen.

Each app registers the labels of its own actions and objects from `AppConfig.ready()`. A code
without a label is shown as it is: an old entry stays readable when the code is gone.
"""

from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _


class Labels:
    """Codes and their (lazily translated) labels; a code has one owner."""

    def __init__(self) -> None:
        self._labels: dict[str, object] = {}

    def register(self, labels: Mapping[str, object]) -> None:
        """Add `labels` (code → lazy label). A code that has a label already is refused."""
        for code, label in labels.items():
            if code in self._labels:
                raise ImproperlyConfigured(f"Two labels for {code!r} in the access log.")
            self._labels[code] = label

    def label(self, code: str) -> str:
        return str(self._labels.get(code, code))

    def codes(self) -> list[str]:
        return sorted(self._labels)


actions = Labels()
objects = Labels()

register = actions.register
register_objects = objects.register
label_of = actions.label
label_of_object = objects.label

register({"audit.viewed": _("Opened")})
