"""What coaches write down, in a few words; nothing that could be somebody's."""

NOTES_NL = (
    "Samen de week bekeken. De opvang op dinsdag en donderdag loopt goed.",
    "Kennismaking thuis. Droom: zelf een kleine keuken beginnen.",
    "Cv overlopen en twee vacatures gekozen.",
    "Twijfelt over voltijds werken. We starten met halftijds.",
    "Samen gebeld met de bijblijfconsulent.",
    "Vlotte babbel. Volgende keer het ontwikkelingsplan.",
    "Wenmoment besproken, de kleinste slaapt nu beter.",
    "Afspraak bij de sociale dienst voorbereid.",
    "Inschrijving voor de taalles in orde gebracht.",
    "Moe, weinig tijd voor zichzelf. Ouderochtend voorgesteld.",
    "Sollicitatiegesprek geoefend.",
    "Papieren voor de kinderbijslag nagekeken.",
    "Eerste werkweek zit erop, het gaat goed.",
    "Zoekt een plaats in de reguliere opvang; samen ingeschreven op twee plekken.",
    "Talenten in kaart gebracht voor het portfolio.",
)
NOTES_FR = (
    "Premier entretien à domicile. Projet : reprendre une formation.",
    "Nous avons relu le CV et choisi deux offres.",
    "La halte-garderie du mardi se passe bien.",
    "Préparation du rendez-vous avec la conseillère.",
    "Fatiguée ces temps-ci ; l'atelier du jeudi lui fait du bien.",
    "Inscription à l'atelier théâtre.",
    "Point sur le plan de développement, une étape franchie.",
    "Recherche d'une place en crèche pour la rentrée.",
    "Entraînement à l'entretien d'embauche.",
    "Dossier administratif complété ensemble.",
)
NOTES_EN = (
    "First visit. Hopes to get back into care work.",
    "Went through the CV and picked two vacancies.",
    "Crèche on Tuesdays is going well.",
    "Practised for the interview on Friday.",
    "Looked at what working part-time would mean for the benefits.",
    "Signed up for the confidence course.",
    "Feeling tired; talked about time for herself.",
    "Called the college together about the start date.",
    "Thinking about volunteering in the library first.",
    "Filled in the nursery application together.",
)
