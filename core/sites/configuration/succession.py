"""What a new version owes to the one before it.

A figure that is counted in another way from a day on is another series. The break must be
named, or two years stand side by side as if they meant the same (parents in one, families in
the next, as happened in the real figures).
"""

from core.sites.configuration.site import SiteConfiguration

#: Changing one of these makes it another figure.
MEANING = ("unit", "kind", "capture", "counting", "population", "at_work_means")


def unannounced_changes(
    before: SiteConfiguration, after: SiteConfiguration
) -> dict[str, list[str]]:
    """Per indicator the names of what changed in meaning, where no break is dated on that day."""
    found = {}
    for code, practice in after.practice.items():
        changed = [
            name
            for name in MEANING
            if getattr(practice, name) != getattr(before.practice[code], name)
        ]
        if changed and all(item.on != after.valid_from for item in practice.breaks):
            found[str(code)] = changed
    return found
