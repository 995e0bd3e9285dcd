"""Invented people: given names and family names of the origins that families have.

Names are drawn apart and put together by chance; nobody real is meant. Each origin has its
language at home (ISO 639) and whether the family is likely to be new in the country.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """Names that go together. `newcomers` is the share of parents who are new in the country."""

    language: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    newcomers: float = 0.0


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip().replace("_", " ") for word in text.split())


FLEMISH = Origin(
    "nl",
    _words(
        "Anke Britt Charlotte Delphine Elke Femke Greet Hanne Ilse Jolien Katrien Liesbet "
        "Marijke Nele Sanne Silke Tine Veerle"
    ),
    _words("Bart Dries Gert Jelle Kobe Lander Pieter Ruben Stijn Thijs Wannes Wout"),
    _words(
        "Aerts Bosmans Ceulemans De_Backer De_Wachter Dierckx Goossens Hellemans Janssens "
        "Lauwers Moens Nuyts Raeymaekers Smets Van_den_Broeck Van_Hove Verlinden Wuyts"
    ),
)
DUTCH = Origin(
    "nl",
    _words(
        "Anouk Bianca Chantal Denise Esmee Floor Iris Kim Linda Marloes Naomi Roos Sharon "
        "Tamara Wendy"
    ),
    _words("Bas Daan Erik Jeroen Mark Niels Patrick Rick Sjoerd Tim"),
    _words(
        "Bakker van_den_Berg Bos Dekker van_Dijk de_Graaf Hendriks de_Jong van_der_Meer "
        "Mulder Postma Smit Vermeer de_Wit"
    ),
)
FRENCH = Origin(
    "fr",
    _words(
        "Amandine Aurélie Céline Coralie Delphine Élodie Émilie Jessica Laetitia Ludivine "
        "Mélanie Océane Pauline Sabrina Sandrine Vanessa"
    ),
    _words("Anthony Benoît Cédric David Fabien Grégory Jérémy Kévin Mickaël Yohan"),
    _words(
        "Bailleul Caron Cousin Defrance Delattre Dubois Fournier Hennebelle Lefebvre Lemaire "
        "Leroy Pruvost Vasseur Wattel Delannoy Carpentier"
    ),
)
ENGLISH = Origin(
    "en",
    _words(
        "Abigail Chloe Danielle Emma Gemma Hayley Jade Kayleigh Leanne Megan Natalie Paige "
        "Rachel Stacey Toni Zoe"
    ),
    _words("Aaron Callum Darren Jamie Kieran Lee Nathan Ryan Scott Tom"),
    _words(
        "Barker Coleman Dawson Ellis Fletcher Goddard Hartley Kemp Lambert Marsh Newman "
        "Osborne Pearce Rowe Sutton Whitfield"
    ),
)
MOROCCAN = Origin(
    "ber",
    _words(
        "Amina Bouchra Chaima Fadoua Hanane Ikram Karima Loubna Nadia Naima Rachida Samira "
        "Siham Wafae Yasmina Zohra"
    ),
    _words("Abdelhak Brahim Driss Hicham Jamal Khalid Mimoun Nordin Rachid Said"),
    _words(
        "Achahbar Amezian Azzouzi Belkacem Bouzid El_Amrani El_Idrissi El_Khattabi Haddouchi "
        "Lahlou Mansouri Ouali Tahiri Yachou Ziani"
    ),
    0.25,
)
TURKISH = Origin(
    "tr",
    _words("Ayşe Büşra Ceren Derya Elif Emine Fatma Gülsüm Hatice Meryem Özlem Sevgi Zeynep"),
    _words("Ahmet Emre Hakan İbrahim Kemal Mehmet Murat Yusuf"),
    _words("Akdoğan Arslan Aydın Çelik Demirtaş Erdem Güneş Kaplan Koç Özkan Şahin Taş Yıldız"),
    0.15,
)
SYRIAN = Origin(
    "ar",
    _words("Alaa Batoul Dima Ghada Hala Khadija Lina Maram Nour Rania Reem Rasha Sawsan"),
    _words("Ammar Bassam Firas Hassan Mazen Omar Tarek Ziad"),
    _words(
        "Al_Ahmad Al_Hamwi Barakat Darwish Haddad Ibrahim Kabbani Khalil Mahfouz Najjar Qasim "
        "Shami Zidan"
    ),
    0.85,
)
AFGHAN = Origin(
    "prs",
    _words("Fariba Freshta Homa Laila Malalai Nargis Parwana Shabnam Soraya Zarmina"),
    _words("Abdul Farid Hamid Jawad Mirwais Najib Rahim Zabih"),
    _words("Ahmadi Amiri Azizi Haidari Karimi Mohammadi Nazari Noori Rahimi Sultani Yousufi"),
    0.9,
)
CONGOLESE = Origin(
    "ln",
    _words("Bijou Carine Divine Espérance Grâce Joséphine Merveille Mireille Nadège Prisca"),
    _words("Blaise Christian Fiston Hervé Jonathan Patrick Serge Trésor"),
    _words("Ilunga Kabongo Kalala Kasongo Lukusa Mbuyi Mukendi Ngoy Nsimba Tshibangu"),
    0.4,
)
SOMALI = Origin(
    "so",
    _words("Asha Deqa Faduma Halima Hodan Ifrah Khadra Sahra Ubah Zamzam"),
    _words("Abdi Ahmed Farah Ismail Liban Mohamed Yasin"),
    _words("Abdullahi Ali Farah Guled Hersi Jama Mohamud Nur Osman Warsame"),
    0.6,
)
POLISH = Origin(
    "pl",
    _words("Agnieszka Beata Dorota Ewelina Justyna Karolina Magdalena Monika Patrycja Sylwia"),
    _words("Adam Krzysztof Łukasz Marcin Paweł Tomasz"),
    _words("Baran Dudek Jankowska Kaczmarek Krawczyk Majewska Pawlak Sikora Wilk Zając"),
    0.35,
)
ROMANIAN = Origin(
    "ro",
    _words("Adriana Alina Corina Daniela Gabriela Ioana Mihaela Nicoleta Raluca Simona"),
    _words("Adrian Bogdan Cosmin Florin Ionuț Marius"),
    _words("Albu Ciobanu Dobre Lungu Marin Moldovan Nistor Preda Stoica Tudor"),
    0.5,
)
SURINAMESE = Origin(
    "srn",
    _words("Cheryl Gwendolyn Joyce Lucinda Melissa Priya Shirley Urmila Varsha"),
    _words("Clyde Dwight Glenn Rajesh Ruben Winston"),
    _words("Biharie Hoogdorp Kartosen Lieveld Pinas Ramdin Sewnath Tjon Vrede Wijngaarde"),
)
ALGERIAN = Origin(
    "ar",
    _words("Assia Djamila Fatiha Houria Kahina Leïla Malika Nassima Soumia Yamina"),
    _words("Abdelkader Bilal Farid Karim Mourad Nabil Sofiane Toufik"),
    _words("Benali Boudjemaa Brahimi Cherif Ferhat Hamdi Kaci Meziane Saidi Zerrouki"),
    0.25,
)
BANGLADESHI = Origin(
    "bn",
    _words("Afsana Farzana Jannat Mahbuba Nasrin Rehana Salma Shamima Taslima"),
    _words("Arif Faisal Imran Jahangir Rafiq Shahid"),
    _words("Ahmed Begum Chowdhury Hossain Islam Khatun Miah Rahman Uddin"),
    0.3,
)
UKRAINIAN = Origin(
    "uk",
    _words("Halyna Iryna Kateryna Lesia Oksana Olena Svitlana Tetiana Yuliia"),
    _words("Andrii Dmytro Ihor Mykola Serhii Taras"),
    _words("Bondar Hrytsenko Koval Lysenko Melnyk Panchenko Savchuk Tkachuk"),
    0.95,
)

GIRLS = _words(
    "Alya Amber Camille Elena Ella Fleur Hiba Inaya Jana Léonie Lina Louise Maya Mila Nina Noor "
    "Olivia Romy Sofia Yara"
)
BOYS = _words(
    "Adam Arthur Elias Finn Gabriel Idris Jayden Jules Kaan Liam Lucas Milan Nathan Noah Oscar "
    "Rayan Samuel Sami Victor Yunus"
)
