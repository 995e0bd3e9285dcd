"""Municipalities by LAU code, with the country in front.

The named ones are where the ten sites work and a few neighbours that families come from. The list
is open: any well-formed code is a place, one without a name here is shown by its code. Codes: NIS
(Statbel) for Belgium, CBS for the Netherlands, INSEE for France, ONS GSS for England.
"""

from django.utils.translation import gettext_lazy as _

PLACE_PATTERN = (
    r"BE-\d{5}|NL-GM\d{4}|FR-\d[0-9AB]\d{3}|GB-[EKNSW]\d{8}|(?!BE|NL|FR|GB)[A-Z]{2}-[A-Z0-9]{2,12}"
)

# ISO 3166 keeps XA to XZ for users: no country will ever claim this code.
OTHER_PLACE = "XX-OTHER"

PLACES = {
    "BE-12025": _("Mechelen"),
    "BE-44021": _("Ghent"),
    "BE-13040": _("Turnhout"),
    "BE-11002": _("Antwerp"),
    "BE-12005": _("Bonheiden"),
    "BE-12035": _("Sint-Katelijne-Waver"),
    "BE-12040": _("Willebroek"),
    "NL-GM0518": _("The Hague"),
    "NL-GM0503": _("Delft"),
    "NL-GM0599": _("Rotterdam"),
    "FR-59650": _("Wattrelos"),
    "FR-59512": _("Roubaix"),
    "FR-59599": _("Tourcoing"),
    "FR-62040": _("Arques"),
    "FR-62765": _("Saint-Omer"),
    "FR-62758": _("Saint-Martin-Boulogne"),
    "FR-62160": _("Boulogne-sur-Mer"),
    "GB-E06000043": _("Brighton and Hove"),
    "GB-E07000063": _("Lewes"),
    "GB-E07000105": _("Ashford"),
    "GB-E07000106": _("Canterbury"),
    "GB-E07000107": _("Dartford"),
    "GB-E07000108": _("Dover"),
    "GB-E07000109": _("Gravesham"),
    "GB-E07000110": _("Maidstone"),
    "GB-E07000111": _("Sevenoaks"),
    "GB-E07000112": _("Folkestone and Hythe"),
    "GB-E07000113": _("Swale"),
    "GB-E07000114": _("Thanet"),
    "GB-E07000115": _("Tonbridge and Malling"),
    "GB-E07000116": _("Tunbridge Wells"),
    "GB-E06000035": _("Medway"),
}
