from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryKind(models.TextChoices):
    """Did the person change something, or only look at it?"""

    READ = "read", _("Read")
    WRITE = "write", _("Changed")
