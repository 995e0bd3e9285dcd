"""Définitions en français."""

from core.indicators.definitions import Words

WORDS = {
    "referred": Words(
        "Orientés",
        "Parents qu’une organisation a orientés vers le site, ou venus d’eux-mêmes.",
        "Toute personne orientée au plus tard le jour demandé.",
        "Compté depuis le premier jour de la série. Un parent orienté deux fois compte une fois.",
    ),
    "in_trajectory": Words(
        "Entrés en parcours",
        "Parents dont l’accompagnement a commencé, qu’il soit en cours ou terminé.",
        "Toute personne dont l’accompagnement a commencé au plus tard le jour demandé.",
        "Compté depuis le premier jour de la série. Un parent qui revient compte une fois.",
    ),
    "ended": Words(
        "Accompagnement terminé",
        "Parents dont l’accompagnement est terminé, avec le motif. Terminé n’est pas réussi.",
        "Parents entrés en parcours et sans accompagnement en cours ce jour-là.",
        "Un parent compte une fois, avec le motif du dernier accompagnement terminé.",
    ),
    "running": Words(
        "Accompagnement en cours",
        "Parents dont l’accompagnement a commencé et n’est pas terminé ce jour-là.",
        "Parents entrés en parcours.",
        "La situation à une date. Un parent a au plus un accompagnement à la fois.",
    ),
    "families_entered": Words(
        "Familles entrées",
        "Familles où l’accompagnement a commencé avec au moins un parent.",
        "Toute personne dont l’accompagnement a commencé au plus tard le jour demandé.",
        "Compté depuis le premier jour de la série. Une famille compte une fois, quel que soit "
        "le parent qui participe.",
    ),
    "children_cared_for": Words(
        "Enfants accueillis",
        "Enfants venus à l’accueil au moins une demi-journée.",
        "Tous les enfants avec une présence ; pour une période : une présence dans la période.",
        "Un enfant compte une fois, quel que soit le nombre de venues. Réservé mais pas venu ne "
        "compte pas.",
    ),
    "day_parts_attended": Words(
        "Demi-journées de présence",
        "Demi-journées d’accueil où des enfants étaient présents.",
        "Toutes les présences de la période.",
        "Un enfant pendant une demi-journée compte pour un. Réservé mais pas venu ne compte pas.",
    ),
    "followed_training": Words(
        "Formation suivie",
        "Parents qui ont commencé au moins une formation, sur le site ou ailleurs.",
        "Toute personne dont une formation a commencé au plus tard le jour demandé.",
        "Un parent compte une fois, quel que soit le nombre de formations. Une formation "
        "commencée compte, même inachevée.",
    ),
    "found_work": Words(
        "Emploi trouvé",
        "Parents qui ont commencé un emploi rémunéré pendant la période.",
        "Parents dont un emploi a commencé dans la période et compte selon la règle du site.",
        "Un parent compte une fois par période. C’est un évènement : l’emploi a pu finir depuis.",
    ),
    "at_work": Words(
        "En emploi",
        "Parents qui ont un emploi rémunéré ce jour-là.",
        "Parents dont un emploi a commencé, n’a pas fini et compte selon la règle du site.",
        "La situation à une date. Un parent qui a deux emplois compte une fois.",
    ),
    "volunteering": Words(
        "Bénévolat",
        "Parents qui ont commencé une activité bénévole, sur le site ou ailleurs.",
        "Toute personne dont le bénévolat a commencé au plus tard le jour demandé.",
        "Un parent compte une fois, quel que soit le nombre d’organisations. L’emploi rémunéré "
        "ne compte pas.",
    ),
}
