"""Definities in het Nederlands van Nederland."""

from core.indicators.definitions import Words

WORDS = {
    "referred": Words(
        "Verwezen",
        "Ouders die door een organisatie naar de locatie zijn verwezen, of die zelf kwamen.",
        "Iedereen met een verwijzing op of vóór de gevraagde dag.",
        "Telt vanaf de eerste dag van de reeks. Wie twee keer wordt verwezen, telt één keer.",
    ),
    "in_trajectory": Words(
        "In een traject opgenomen",
        "Ouders met wie begeleiding is gestart, of die nu nog loopt of al is beëindigd.",
        "Iedereen van wie de begeleiding is gestart op of vóór de gevraagde dag.",
        "Telt vanaf de eerste dag van de reeks. Een ouder die terugkomt, telt één keer.",
    ),
    "ended": Words(
        "Begeleiding beëindigd",
        "Ouders van wie de begeleiding is beëindigd, met de reden. Beëindigd is niet: geslaagd.",
        "Ouders die in een traject zijn opgenomen en op die dag geen lopende begeleiding hebben.",
        "Een ouder telt één keer, met de reden van de laatst beëindigde begeleiding.",
    ),
    "running": Words(
        "Begeleiding loopt",
        "Ouders met begeleiding die is gestart en op die dag niet is beëindigd.",
        "Ouders die in een traject zijn opgenomen.",
        "De situatie op één dag. Een ouder heeft hoogstens één begeleiding tegelijk.",
    ),
    "families_entered": Words(
        "Ingestroomde gezinnen",
        "Gezinnen waarin met minstens één ouder begeleiding is gestart.",
        "Iedereen van wie de begeleiding is gestart op of vóór de gevraagde dag.",
        "Telt vanaf de eerste dag van de reeks. Een gezin telt één keer, wie er ook meedoet.",
    ),
    "children_cared_for": Words(
        "Opgevangen kinderen",
        "Kinderen die minstens één dagdeel naar de opvang kwamen.",
        "Alle kinderen met een aanwezigheid; bij een periode: een aanwezigheid in die periode.",
        "Een kind telt één keer, hoe vaak het ook kwam. Geboekt en niet gekomen telt niet.",
    ),
    "day_parts_attended": Words(
        "Dagdelen aanwezig",
        "Dagdelen opvang waarop kinderen aanwezig waren.",
        "Alle aanwezigheden in de periode.",
        "Eén kind op één dagdeel is één. Geboekt en niet gekomen telt niet.",
    ),
    "followed_training": Words(
        "Training gevolgd",
        "Ouders die aan minstens één training zijn begonnen, op de locatie of elders.",
        "Iedereen met een training die is gestart op of vóór de gevraagde dag.",
        "Een ouder telt één keer, bij hoeveel trainingen ook. Gestart telt, ook zonder afronding.",
    ),
    "found_work": Words(
        "Werk gevonden",
        "Ouders die in de periode aan een betaalde baan zijn begonnen.",
        "Ouders met een baan die in de periode startte en volgens de eigen regel als werk telt.",
        "Een ouder telt één keer per periode. Dit is een gebeurtenis: de baan kan voorbij zijn.",
    ),
    "at_work": Words(
        "Aan het werk",
        "Ouders die op die dag een betaalde baan hebben.",
        "Ouders met een baan die is gestart en niet gestopt, en die volgens de eigen regel telt.",
        "De situatie op één dag. Een ouder met twee banen telt één keer.",
    ),
    "volunteering": Words(
        "Vrijwilligerswerk",
        "Ouders die met vrijwilligerswerk zijn begonnen, op de locatie of elders.",
        "Iedereen van wie het vrijwilligerswerk is gestart op of vóór de gevraagde dag.",
        "Een ouder telt één keer, bij hoeveel organisaties ook. Betaald werk telt niet.",
    ),
}
