"""The log's table, and the trigger that lets it only grow.

The function and the trigger are named without a schema: each partner's schema holds its own
pair, and a dump of one schema can be replayed under another name.
"""

import django.core.serializers.json
import django.utils.timezone
from django.db import migrations, models

APPEND_ONLY = """
CREATE FUNCTION audit_entry_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'The access log is append-only: % is refused', TG_OP
        USING ERRCODE = 'restrict_violation';
END
$body$;
CREATE TRIGGER audit_entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse_change();
"""

CHANGEABLE = """
DROP TRIGGER audit_entry_append_only ON audit_entry;
DROP FUNCTION audit_entry_refuse_change();
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("actor_id", models.BigIntegerField(blank=True, null=True)),
                ("actor", models.CharField(max_length=254)),
                (
                    "kind",
                    models.CharField(
                        choices=[("read", "Read"), ("write", "Changed")], max_length=5
                    ),
                ),
                ("action", models.CharField(max_length=100)),
                ("object_type", models.CharField(max_length=100)),
                ("object_id", models.CharField(max_length=64)),
                ("family_id", models.BigIntegerField(blank=True, null=True)),
                ("summary", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "details",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                    ),
                ),
            ],
            options={
                "verbose_name": "log entry",
                "verbose_name_plural": "log entries",
                "indexes": [
                    models.Index(fields=["family_id", "at"], name="audit_entry_family_at"),
                    models.Index(fields=["actor_id", "at"], name="audit_entry_actor_at"),
                    models.Index(fields=["at"], name="audit_entry_at"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["read", "write"])),
                        name="audit_entry_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.RunSQL(sql=APPEND_ONLY, reverse_sql=CHANGEABLE),
    ]
