"""Configuration files: reading them strictly, laying layers over each other, writing them."""

from core.sites.files.folder import Description, Folder, describe_site, site_folder
from core.sites.files.problems import Position, Problem, SiteFileRefused

__all__ = [
    "Description",
    "Folder",
    "Position",
    "Problem",
    "SiteFileRefused",
    "describe_site",
    "site_folder",
]
