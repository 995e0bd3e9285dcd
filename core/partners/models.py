"""Partners and their hosts: the only thing the router may read."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_tenants.models import DomainMixin, TenantMixin

from core.partners.enums import PartnerState
from core.partners.naming import role_of, validate_slug


class Partner(TenantMixin):
    """An organisation with a schema of its own.

    Languages and time zone repeat what its published configuration says, so that a request
    can be answered in the right language before the partner's schema has been asked.
    """

    auto_create_schema = False

    slug = models.SlugField(_("short name"), max_length=40, unique=True, validators=[validate_slug])
    name = models.CharField(_("name"), max_length=120)
    country = models.CharField(_("country or region"), max_length=10)
    languages = ArrayField(models.CharField(max_length=10), verbose_name=_("languages"))
    time_zone = models.CharField(_("time zone"), max_length=40)
    state = models.CharField(
        _("state"), max_length=10, choices=PartnerState, default=PartnerState.ACTIVE
    )
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def __enter__(self):
        """Refused: the library's context form leaks between threads."""
        raise TypeError("Use core.partners.context.partner_context(partner), afresh each time.")

    @property
    def db_role(self) -> str:
        """The login role that works in this partner's schema."""
        return role_of(self.schema_name)


class Domain(DomainMixin):
    """A host name that leads to a partner."""

    class Meta:
        verbose_name = _("host")
        verbose_name_plural = _("hosts")


class SchemaTemplate(models.Model):
    """The SQL script that makes a new site, kept per state of the migrations (see `template`)."""

    state = models.CharField(max_length=64, unique=True)
    script = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("template of a site")
        verbose_name_plural = _("templates of sites")

    def __str__(self) -> str:
        return self.state
