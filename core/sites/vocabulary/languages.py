"""Languages spoken at home, by ISO 639 code: two letters where they exist, else three.

The list is open: it names the languages that coaches meet often. `mis` is ISO's own code for a
language without a code, used here for "another language".
"""

from django.utils.translation import gettext_lazy as _

LANGUAGE_PATTERN = r"[a-z]{2,3}"
OTHER_LANGUAGE = "mis"

LANGUAGES = {
    "nl": _("Dutch"),
    "fr": _("French"),
    "en": _("English"),
    "de": _("German"),
    "ar": _("Arabic"),
    "ber": _("Berber (Tamazight)"),
    "tr": _("Turkish"),
    "ku": _("Kurdish"),
    "fa": _("Persian (Farsi)"),
    "prs": _("Dari"),
    "ps": _("Pashto"),
    "ur": _("Urdu"),
    "pa": _("Punjabi"),
    "hi": _("Hindi"),
    "bn": _("Bengali"),
    "ne": _("Nepali"),
    "zh": _("Chinese"),
    "vi": _("Vietnamese"),
    "so": _("Somali"),
    "ti": _("Tigrinya"),
    "am": _("Amharic"),
    "sw": _("Swahili"),
    "ln": _("Lingala"),
    "es": _("Spanish"),
    "pt": _("Portuguese"),
    "it": _("Italian"),
    "pl": _("Polish"),
    "ro": _("Romanian"),
    "rom": _("Romani"),
    "bg": _("Bulgarian"),
    "sk": _("Slovak"),
    "hu": _("Hungarian"),
    "sq": _("Albanian"),
    "hy": _("Armenian"),
    "ru": _("Russian"),
    "uk": _("Ukrainian"),
    "srn": _("Sranan Tongo"),
    "pap": _("Papiamento"),
}
