"""The versions of a site's configuration, and the trigger that lets them only grow in number.

Function and trigger are named without a schema: each partner's schema holds its own pair, and
a dump of one schema can be replayed under another name.
"""

import django.core.serializers.json
import django.utils.timezone
from django.db import migrations, models

IMMUTABLE = """
CREATE FUNCTION sites_version_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'A published configuration never changes: % is refused', TG_OP
        USING ERRCODE = 'restrict_violation';
END
$body$;
CREATE TRIGGER sites_version_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON sites_configurationversion
    FOR EACH STATEMENT EXECUTE FUNCTION sites_version_refuse_change();
"""

CHANGEABLE = """
DROP TRIGGER sites_version_immutable ON sites_configurationversion;
DROP FUNCTION sites_version_refuse_change();
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ConfigurationVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(unique=True, verbose_name="version")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "published_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="published at"
                    ),
                ),
                (
                    "published_by_text",
                    models.CharField(max_length=254, verbose_name="published by"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "document",
                    models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder),
                ),
                ("checksum", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "version of the configuration",
                "verbose_name_plural": "versions of the configuration",
                "ordering": ["-valid_from", "-number"],
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["valid_from", "number"], name="sites_version_in_force")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="sites_version_number_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="sites_version_gives_a_reason",
                    ),
                ],
            },
        ),
        migrations.RunSQL(IMMUTABLE, CHANGEABLE),
    ]
