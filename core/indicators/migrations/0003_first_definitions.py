"""The first shared definitions of the eleven indicators, in four languages."""

from django.db import migrations

from core.indicators.definitions import version_1


def write_definitions(apps, schema_editor):
    """Add version 1 of each indicator; leave what is there."""
    indicator_model = apps.get_model("indicators", "Indicator")
    for position, (code, (kind, unit)) in enumerate(version_1.SHAPES.items(), start=1):
        columns = {"position": position, "kind": str(kind), "default_unit": str(unit)}
        for language, words in version_1.WORDS.items():
            for name, text in words[code]._asdict().items():
                columns[f"{name}_{language}"] = text
                if language == "en_gb":
                    columns[name] = text
        indicator_model.objects.get_or_create(
            code=str(code), version=version_1.VERSION, defaults=columns
        )


def remove_definitions(apps, schema_editor):
    """Take version 1 away again."""
    apps.get_model("indicators", "Indicator").objects.filter(version=version_1.VERSION).delete()


class Migration(migrations.Migration):
    dependencies = [("indicators", "0002_receipt")]

    operations = [migrations.RunPython(write_definitions, remove_definitions)]
