"""Rows of an archive for measuring, in blocks that are the same in every run.

What differs in every row is set into forms of rows that were made before; there are more forms
than deflate looks back upon.
"""

import itertools
import random

from benchmarks.archive_layout import core_columns

LICENSES = ["http://creativecommons.org/licenses/by-nc/4.0/legalcode",
            "http://creativecommons.org/licenses/by/4.0/legalcode",
            "http://creativecommons.org/publicdomain/zero/1.0/legalcode"]
SYLLABLES = "ka ro mi ta né so lu ve ber gen hol sø fa dri pos tul wen ji la qua".split()




def words(rng, count, parts):
    """Invented names, as varied as those of people and places are."""
    def word():
        return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()
    return [" ".join(word() for _ in range(parts)) for _ in range(count)]


def hash_of(text):
    """A small number that is the same in every run."""
    return sum(ord(letter) * 31 ** (i % 4) for i, letter in enumerate(text)) % 900000


def occurrence_form(rng, names, people, places, taxa):
    """One row of the core, without its number and its coordinates."""
    species = rng.choice(taxa)
    genus, epithet = species.split()
    key = str(5000000 + hash_of(species))
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1990, 2025)
    place, person = rng.choice(places), rng.choice(people)
    stamp = f"2025-{month:02}-{day:02}T{rng.randint(0, 23):02}:11:{rng.uniform(10, 59):.3f}Z"
    values = {
        "gbifID": "%(number)d", "license": "CC_BY_NC_4_0", "modified": stamp,
        "references": "https://www.inaturalist.org/observations/%(number)d",
        "rightsHolder": person, "institutionCode": "iNaturalist", "collectionCode": "Observations",
        "datasetName": "iNaturalist research-grade observations",
        "basisOfRecord": "HUMAN_OBSERVATION", "recordedBy": person, "identifiedBy": person,
        "occurrenceID": "https://www.inaturalist.org/observations/%(number)d",
        "catalogNumber": "%(number)d", "occurrenceStatus": "PRESENT",
        "eventDate": f"{year}-{month:02}-{day:02}T08:21:00", "year": str(year),
        "month": str(month), "day": str(day), "countryCode": "ZA", "stateProvince": "Western Cape",
        "locality": place if rng.random() < 2 / 3 else "", "verbatimLocality": place,
        "decimalLatitude": "%(latitude).6f", "decimalLongitude": "%(longitude).6f",
        "coordinateUncertaintyInMeters": f"{rng.randint(1, 5000)}.0",
        "identificationID": str(rng.randint(10**7, 10**8)), "dateIdentified": stamp[:-1],
        "taxonID": key, "scientificName": species + " L.", "kingdom": "Plantae",
        "phylum": "Tracheophyta", "class": "Magnoliopsida", "order": "Proteales",
        "family": "Proteaceae", "genus": genus, "specificEpithet": epithet, "taxonRank": "SPECIES",
        "taxonomicStatus": "ACCEPTED", "datasetKey": "50c9509d-22c7-4a22-a47d-8c48425ef4a7",
        "publishingCountry": "US", "lastInterpreted": stamp,
        "issue": "COORDINATE_ROUNDED;CONTINENT_DERIVED_FROM_COORDINATES;TAXON_ID_NOT_FOUND",
        "mediaType": "StillImage", "hasCoordinate": "true", "hasGeospatialIssues": "false",
        "taxonKey": key, "acceptedTaxonKey": key, "kingdomKey": "6", "phylumKey": "7707728",
        "classKey": "220", "orderKey": "400", "familyKey": "2414", "genusKey": "5428464",
        "speciesKey": key, "species": species, "genericName": genus,
        "acceptedScientificName": species + " L.", "verbatimScientificName": species,
        "protocol": "DWC_ARCHIVE", "lastParsed": stamp, "lastCrawled": stamp,
        "repatriated": "false", "isSequenced": "false", "gbifRegion": "AFRICA",
        "publishedByGbifRegion": "NORTH_AMERICA", "level0Gid": "ZAF", "level0Name": "South Africa",
        "level1Gid": "ZAF.9_1", "level1Name": "Western Cape", "level2Gid": "ZAF.9.2_1",
        "level2Name": "City of Cape Town", "iucnRedListCategory": "LC",
    }
    return "\t".join(values.get(name, "") for name in names)


def media_form(rng, people):
    """One row of the extension, without the numbers of its occurrence and its photograph."""
    person = rng.choice(people)
    return "\t".join([
        "%(number)d", "StillImage", "image/jpeg",
        "https://inaturalist-open-data.s3.amazonaws.com/photos/%(photo)d/original.jpeg",
        "https://www.inaturalist.org/photos/%(photo)d", "", "", "", "",
        f"2025-01-{rng.randint(1, 28):02}T08:21:09Z", person, "", "iNaturalist",
        rng.choice(LICENSES), person])


class Rows:
    """The blocks of rows of both tables."""

    FIRST = 1_000_000_000
    BLOCK = 10_000
    FORMS = 8_000
    # Of each eight occurrences in a row one has this share of the media: some have none.
    SHARES = [2, 3, 3, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7]

    def __init__(self, options):
        self.count, self.media_ratio = options.rows, options.media
        self.is_shuffled, self.seed = options.order == "shuffled", options.seed
        names, rng = core_columns(options.columns), random.Random(options.seed)
        people, places, taxa = words(rng, 3000, 2), words(rng, 5000, 4), words(rng, 2000, 2)
        self.occurrence_forms = [
            occurrence_form(rng, names, people, places, taxa) for _ in range(self.FORMS)]
        self.media_forms = [media_form(rng, people) for _ in range(self.FORMS)]

    @property
    def media_count(self):
        """About as many; in the order of the occurrences, each has some by chance."""
        return round(self.count * self.media_ratio) if self.is_shuffled else self.count

    def block_counts(self):
        """How many blocks the core and the extension have."""
        return [-(-count // self.BLOCK) for count in (self.count, self.media_count)]

    def block(self, table, block, count):
        """Random numbers of a block, and the numbers of its rows of so many in all."""
        rows = range(block * self.BLOCK, min(count, (block + 1) * self.BLOCK))
        return random.Random(f"{self.seed} {table} {block}"), rows

    def occurrences(self, block):
        """A block of the core."""
        rng, numbers = self.block("occurrences", block, self.count)
        draw, forms = rng.random, self.occurrence_forms
        return "".join(
            forms[int(draw() * self.FORMS)] % {
                "number": self.FIRST + number, "latitude": draw() * 180 - 90,
                "longitude": draw() * 360 - 180} + "\n"
            for number in numbers).encode()

    def media(self, block):
        """A block of the extension."""
        rng, numbers = self.block("media", block, self.media_count)
        draw, forms = rng.random, self.media_forms
        owners = self.shuffled(rng, numbers) if self.is_shuffled else self.clustered(rng, numbers)
        return "".join(
            forms[int(draw() * self.FORMS)] % {
                "number": self.FIRST + owner, "photo": 10**7 + int(draw() * 99 * 10**7)} + "\n"
            for owner in owners).encode()

    def clustered(self, rng, numbers):
        """Occurrences in their order, each as often as it has media."""
        for number in numbers:
            yield from itertools.repeat(number, int(rng.expovariate(1 / (self.media_ratio + 0.5))))

    def shuffled(self, rng, numbers):
        """Occurrences of media in no order."""
        for _ in numbers:
            eight = int(rng.random() * self.count) // 8 * 8
            yield min(eight + self.SHARES[int(rng.random() * 16)], self.count - 1)
