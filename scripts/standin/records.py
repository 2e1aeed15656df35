"""The records of the archive that comes with the stand-in: which occurrences, which media, and where those are.

60 occurrences of six species. Taxa and keys are GBIF's own; places, dates, datasets and hosts are made up,
and people are left out. Media are the files of pictures/, and URLs that misbehave.
"""

from __future__ import annotations

import random
import uuid
from datetime import date, timedelta
from pathlib import Path

PICTURES = Path(__file__).resolve().parent / "pictures"
OCCURRENCES = 10                    # of each species
OWN_PICTURES = {1: (1,), 2: (2, 8), 3: (3,), 4: (4,), 5: (5,), 6: (6,), 7: (7,)}     # of each species' occurrences
CHANCE = random.Random("archive")

RANKS = ("kingdom", "phylum", "class", "order", "family", "genus", "species")
SPECIES = [     # the backbone's names and keys, authorship, Red List category; it has no class for fishes
    ("Animalia 1", "Arthropoda 54", "Insecta 216", "Lepidoptera 797", "Lycaenidae 5473", "Thecla 1929768",
     "Thecla betulae 1930110", "(Linnaeus, 1758)", "NE"),
    ("Animalia 1", "Arthropoda 54", "Insecta 216", "Odonata 789", "Calopterygidae 4211", "Calopteryx 1427007",
     "Calopteryx splendens 1427067", "(Harris, 1780)", "LC"),
    ("Animalia 1", "Arthropoda 54", "Insecta 216", "Coleoptera 1470", "Coccinellidae 7782", "Clitostethus 8851168",
     "Clitostethus arcuatus 4452387", "(Rossi, 1794)", "NE"),
    ("Animalia 1", "Chordata 44", "", "Salmoniformes 1313", "Salmonidae 8615", "Salmo 2347608",
     "Salmo salar 7595433", "Linnaeus, 1758", "NT"),
    ("Plantae 6", "Tracheophyta 7707728", "Magnoliopsida 220", "Asterales 414", "Asteraceae 3065",
     "Helianthus 3119134", "Helianthus annuus 9206251", "L.", "LC"),
    ("Fungi 5", "Basidiomycota 34", "Agaricomycetes 186", "Agaricales 1499", "Amanitaceae 4171", "Amanita 6005964",
     "Amanita muscaria 8168319", "(L.) Lam.", "LC"),
]
ONLY_TO_GENUS = ("salmo-salar", 7)      # the one occurrence without a species

DATASETS = [    # title, basis of record, licence of the occurrences, of the media, publishing country and region
    ("Example Naturalists: Observations", "HUMAN_OBSERVATION", "CC_BY_NC_4_0",
     "http://creativecommons.org/licenses/by-nc/4.0/", "DK", "EUROPE"),
    ("Example Museum: Specimens", "PRESERVED_SPECIMEN", "CC_BY_4_0",
     "https://creativecommons.org/licenses/by/4.0/legalcode", "GB", "EUROPE"),
    ("Example University: Excursions", "HUMAN_OBSERVATION", "CC0_1_0",
     "http://creativecommons.org/publicdomain/zero/1.0/", "SE", "EUROPE"),
]
PLACES = [      # country, its GADM code and name, latitude, longitude, locality
    ("DK", "DNK", "Denmark", 55.84, 9.82, "Lille Eng"), ("SE", "SWE", "Sweden", 57.12, 14.03, "Stora Sjön"),
    ("GB", "GBR", "United Kingdom", 52.41, -1.24, 'Meadow "Long Acre", north side'),
    ("NO", "NOR", "Norway", 61.31, 9.77, "Elvebakken"), ("DE", "DEU", "Germany", 50.63, 10.21, "Große Wiese"),
]
HOSTS = ("https://images.example.org", "https://media.example.net", "http://photos.example.com")

# Instead of the plain URL of a picture.
OTHERWISE = {
    ("calopteryx-splendens", 4): "http://media.example.net/redirect/1/pictures/calopteryx-splendens-04.jpg",
    ("salmo-salar", 6): "https://photos.example.com/lie/octets/salmo-salar-06.jpg",
    ("amanita-muscaria", 5): "https://media.example.net/busy/1/pictures/amanita-muscaria-05.jpg",
}
BOTH = "https://photos.example.com/pictures/thecla-betulae-on-helianthus-annuus.jpg"
MORE = [        # species, occurrence, URL; at the end of the table, so that some occurrences' media are not together
    ("thecla-betulae", 1, "https://media.example.net/pictures/thecla-betulae-01-copy.jpg"),         # the bytes of -01
    ("thecla-betulae", 8, BOTH),                                                # one photograph of two species
    ("helianthus-annuus", 8, BOTH),
    ("helianthus-annuus", 9, "https://images.example.org/pictures/helianthus-annuus-04-turned.jpg"),
    ("helianthus-annuus", 2, "http://photos.example.com/pictures/helianthus-annuus-02.jpg?width=1024"),     # the bytes
    ("salmo-salar", 1, "https://photos.example.com/pictures/salmo-salar-01.jpg"),       # the bytes, from a mirror
    ("salmo-salar", 8, "https://images.example.org/pictures/salmo-salar-02-small.jpg"),
    ("amanita-muscaria", 8, "https://images.example.org/pictures/amanita-muscaria-03-lower.jpg"),
    ("amanita-muscaria", 3, "https://images.example.org/pictures/amanita-muscaria-03.jpg"),     # a row given twice
    ("clitostethus-arcuatus", 2, "https://photos.example.com/pictures/clitostethus-arcuatus-02.jpg"),   # http and https
    ("clitostethus-arcuatus", 8, ""),                                                           # no URL at all
    ("clitostethus-arcuatus", 9, "https://photos.example.com/missing/clitostethus-arcuatus-09.jpg"),
    ("calopteryx-splendens", 8, "https://photos.example.com/forbidden/calopteryx-splendens-08.jpg"),
    ("helianthus-annuus", 9, "https://images.example.org/html/helianthus-annuus-09.jpg"),
    ("salmo-salar", 9, "https://media.example.net/sounds/salmo-salar-09.mp3"),
    ("amanita-muscaria", 9, "https://images.example.org/page/amanita-muscaria-09"),
]
KINDS = {".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp", ".mp3": "audio/mpeg",
         "": "text/html"}
TYPES = {"audio/mpeg": "Sound", "text/html": "InteractiveResource"}
UNTYPED = ("amanita-muscaria", 6)       # its picture's `type` is empty


def dataset_key(title: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://datasets.example.org/{title}"))


def slug(species: tuple) -> str:
    return species[6].rpartition(" ")[0].lower().replace(" ", "-")


def taxon(species: tuple, to_genus: bool) -> dict:
    *lineage, authorship, red_list = species
    if to_genus:
        lineage, authorship, red_list = lineage[:-1], "Linnaeus, 1758", ""
    row = {}
    for rank, step in zip(RANKS, lineage):
        row[rank], _, row[rank + "Key"] = step.rpartition(" ")
    name = f"{row['genus' if to_genus else 'species']} {authorship}"
    key = row["genusKey" if to_genus else "speciesKey"]
    return {**row, "scientificName": name, "acceptedScientificName": name, "taxonKey": key, "acceptedTaxonKey": key,
            "verbatimScientificName": name.replace(f" {authorship}", ""), "genericName": row["genus"],
            "specificEpithet": row.get("species", " ").partition(" ")[2], "taxonomicStatus": "ACCEPTED",
            "taxonRank": "GENUS" if to_genus else "SPECIES", "iucnRedListCategory": red_list}


def occurrence(species: tuple, number: int, gbif_id: int) -> dict:
    title, basis, licence, _, publisher, region = DATASETS[number % len(DATASETS)]
    country, gadm, country_name, latitude, longitude, locality = CHANCE.choice(PLACES)
    day = date(2012, 4, 1) + timedelta(days=CHANCE.randrange(12 * 365))
    identity = f"https://observations.example.org/{slug(species)}/{number}"
    return {
        "gbifID": str(gbif_id), "license": licence, "references": identity, "occurrenceID": identity,
        "institutionCode": "EXAMPLE", "collectionCode": title.partition(": ")[2].upper(), "datasetName": title,
        "basisOfRecord": basis, "catalogNumber": f"EX-{gbif_id % 10000}", "occurrenceStatus": "PRESENT",
        "individualCount": str(CHANCE.randint(1, 3)), "lifeStage": "Adult" if species[0] == "Animalia 1" else "",
        "eventDate": day.isoformat(), "year": str(day.year), "month": str(day.month), "day": str(day.day),
        "startDayOfYear": str(day.timetuple().tm_yday), "endDayOfYear": str(day.timetuple().tm_yday),
        "continent": "EUROPE", "countryCode": country, "locality": locality,
        "decimalLatitude": f"{latitude + CHANCE.uniform(-0.4, 0.4):.5f}",
        "decimalLongitude": f"{longitude + CHANCE.uniform(-0.4, 0.4):.5f}",
        "coordinateUncertaintyInMeters": f"{CHANCE.choice((4, 10, 25, 250))}.0",
        **taxon(species, (slug(species), number) == ONLY_TO_GENUS),
        "datasetKey": dataset_key(title), "publishingCountry": publisher, "lastInterpreted": "2025-05-20T04:12:09.337Z",
        "lastParsed": "2025-05-20T04:12:09.337Z", "lastCrawled": "2025-05-19T22:40:51.120Z", "protocol": "DWC_ARCHIVE",
        "issue": "COORDINATE_ROUNDED;CONTINENT_DERIVED_FROM_COORDINATES", "hasCoordinate": "true",
        "hasGeospatialIssues": "false", "repatriated": str(country != publisher).lower(), "isSequenced": "false",
        "gbifRegion": "EUROPE", "publishedByGbifRegion": region, "level0Gid": gadm, "level0Name": country_name,
    }


def url_of(name: str, picture: int) -> str:
    """The URL of an individual's picture; hosts take turns."""
    [path] = PICTURES.glob(f"{name}-{picture:02d}.*")
    return OTHERWISE.get((name, picture)) or f"{HOSTS[picture % len(HOSTS)]}/pictures/{path.name}"


def medium(name: str, number: int, url: str, occurrence: dict) -> dict:
    kind = KINDS[Path(url.partition("?")[0]).suffix] if url else "image/jpeg"
    return {
        "gbifID": occurrence["gbifID"], "format": kind, "identifier": url,
        "type": "" if (name, number) == UNTYPED else TYPES.get(kind, "StillImage"),
        "references": occurrence["references"] if number % 2 or not url else "",
        "created": occurrence["eventDate"] + "T10:00:00Z", "publisher": occurrence["datasetName"].partition(":")[0],
        "license": DATASETS[number % len(DATASETS)][3],
    }


def tables() -> dict:
    """The rows of the three tables. Media run the other way than occurrences, which begin with the newest."""
    occurrences = {(slug(species), number): occurrence(species, number, 9_000_000_000 + index * 1000 + number * 7)
                   for index, species in enumerate(SPECIES, 1) for number in range(1, OCCURRENCES + 1)}
    own = [(name, number, url_of(name, picture)) for name, number in occurrences
           for picture in OWN_PICTURES.get(number, ())]
    media = [medium(name, number, url, occurrences[name, number]) for name, number, url in own + MORE]
    for row in occurrences.values():
        types = [item["type"] for item in media if item["gbifID"] == row["gbifID"] and item["type"]]
        row["mediaType"] = ";".join(dict.fromkeys(types))
    newest_first = sorted(occurrences.values(), key=lambda row: row["gbifID"], reverse=True)
    verbatim = [{**row, "license": "", "decimalLatitude": row["decimalLatitude"] + "000", "country": row["level0Name"],
                 "scientificName": row["verbatimScientificName"]} for row in newest_first]
    return {"occurrence.txt": newest_first, "multimedia.txt": media, "verbatim.txt": verbatim}
