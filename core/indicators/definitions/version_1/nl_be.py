"""Definities in het Nederlands van België."""

from core.indicators.definitions import Words

WORDS = {
    "referred": Words(
        "Toegeleid",
        "Ouders die een organisatie naar de werking toeleidde, of die zelf kwamen.",
        "Iedereen met een toeleiding op of vóór de gevraagde dag.",
        "Telt vanaf de eerste dag van de reeks. Wie tweemaal wordt toegeleid, telt één keer.",
    ),
    "in_trajectory": Words(
        "In een traject genomen",
        "Ouders met wie een begeleiding startte, of die nu nog loopt of al is beëindigd.",
        "Iedereen van wie de begeleiding startte op of vóór de gevraagde dag.",
        "Telt vanaf de eerste dag van de reeks. Een ouder die terugkomt, telt één keer.",
    ),
    "ended": Words(
        "Begeleiding beëindigd",
        "Ouders van wie de begeleiding is beëindigd, met de reden. Beëindigd is niet: geslaagd.",
        "Ouders die in een traject zijn genomen en op die dag geen lopende begeleiding hebben.",
        "Een ouder telt één keer, met de reden van de laatste beëindigde begeleiding.",
    ),
    "running": Words(
        "Begeleiding loopt",
        "Ouders met een begeleiding die is gestart en op die dag niet is beëindigd.",
        "Ouders die in een traject zijn genomen.",
        "De toestand op één dag. Een ouder heeft hoogstens één begeleiding tegelijk.",
    ),
    "families_entered": Words(
        "Ingestroomde gezinnen",
        "Gezinnen waarin met minstens één ouder een begeleiding startte.",
        "Iedereen van wie de begeleiding startte op of vóór de gevraagde dag.",
        "Telt vanaf de eerste dag van de reeks. Een gezin telt één keer, wie er ook deelneemt.",
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
        "Opleiding gevolgd",
        "Ouders die minstens één opleiding startten, bij de werking of elders.",
        "Iedereen met een opleiding die startte op of vóór de gevraagde dag.",
        "Een ouder telt één keer, bij hoeveel opleidingen ook. Gestart telt, ook zonder afronding.",
    ),
    "found_work": Words(
        "Werk gevonden",
        "Ouders die in de periode aan een betaalde job begonnen.",
        "Ouders met een job die in de periode startte en volgens de eigen regel als werk telt.",
        "Een ouder telt één keer per periode. Dit is een gebeurtenis: de job kan voorbij zijn.",
    ),
    "at_work": Words(
        "Aan het werk",
        "Ouders die op die dag een betaalde job hebben.",
        "Ouders met een job die is gestart en niet gestopt, en die volgens de eigen regel telt.",
        "De toestand op één dag. Een ouder met twee jobs telt één keer.",
    ),
    "volunteering": Words(
        "Vrijwilligerswerk",
        "Ouders die met vrijwilligerswerk begonnen, bij de werking of elders.",
        "Iedereen van wie het vrijwilligerswerk startte op of vóór de gevraagde dag.",
        "Een ouder telt één keer, bij hoeveel organisaties ook. Betaald werk telt niet.",
    ),
}
