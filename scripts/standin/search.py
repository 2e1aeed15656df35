"""GET /v1/occurrence/search, answered out of the archive's tables in the shape of GBIF's own answers."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cached_property
from typing import Callable

from archive import Archive
from downloads import Faults
from messages import Answer, Refused, Request, in_json, plain
from predicates import KEYS

MOST_ON_A_PAGE, MOST_IN_ALL = 300, 100_000
TAXON_KEYS = ("taxonKey", "acceptedTaxonKey", "kingdomKey", "phylumKey", "classKey", "orderKey", "familyKey",
              "genusKey", "subgenusKey", "speciesKey")
INTEGERS = TAXON_KEYS + ("year", "month", "day", "startDayOfYear", "endDayOfYear", "individualCount")
DECIMALS = ("decimalLatitude", "decimalLongitude", "coordinateUncertaintyInMeters", "coordinatePrecision", "elevation",
            "elevationAccuracy", "depth", "depthAccuracy", "distanceFromCentroidInMeters")
FLAGS = ("isSequenced",)
TIMES = ("lastInterpreted", "lastParsed", "lastCrawled", "modified", "created")
LICENCES = {"CC0_1_0": "http://creativecommons.org/publicdomain/zero/1.0/legalcode",
            "CC_BY_4_0": "http://creativecommons.org/licenses/by/4.0/legalcode",
            "CC_BY_NC_4_0": "http://creativecommons.org/licenses/by-nc/4.0/legalcode"}
# Columns of the table that the API has under another name, in another shape, or not at all.
ONLY_IN_TABLE = ("gbifID", "issue", "mediaType", "hasCoordinate", "hasGeospatialIssues", "repatriated")
MULTIMEDIA = "http://rs.gbif.org/terms/1.0/Multimedia"
COLUMN_OF = {"country": "countryCode", "hasgeospatialissue": "hasGeospatialIssues", "gbifid": "gbifID"}


class Occurrences:
    def __init__(self, archive: Archive):
        self.archive = archive
        self.faults: dict[str, Faults] = {}     # by URL

    @cached_property
    def rows(self) -> list[dict]:
        return list(self.archive.rows("occurrence.txt"))

    @cached_property
    def media(self) -> dict[str, list[dict]]:
        found = defaultdict(list)
        for row in self.archive.rows("multimedia.txt"):
            found[row.pop("gbifID")].append(row)
        return found

    def search(self, request: Request) -> Answer:
        asked = defaultdict(list)
        for name, value in request.query:
            asked[name.replace("_", "").lower()].append(value)
        self.strike(request)
        offset, limit = int(asked.pop("offset", ["0"])[0]), int(asked.pop("limit", ["20"])[0])
        moving = "standin:moving" in asked.get("q", [])
        limit = min(limit, 20 if moving else MOST_ON_A_PAGE)
        if offset + limit > MOST_IN_ALL:
            return plain(400, f"Max offset of {MOST_IN_ALL} exceeded: {offset} + {limit}")
        if "standin:crowd" in asked.get("q", []):
            return in_json(crowd(offset, limit))
        tests = [self.test(name, values) for name, values in asked.items() if name.upper() in KEYS]
        found = [row for row in self.rows if all(test(row) for test in tests)]
        if moving and offset:       # a record came in, and all others moved on by one
            found = found[:1] + found
        page = found[offset:offset + limit]
        return in_json({"offset": offset, "limit": limit, "endOfRecords": offset + limit >= len(found),
                        "count": len(found), "results": [self.in_api_shape(row) for row in page], "facets": []})

    def strike(self, request: Request) -> None:
        """A parameter such as `q=standin:429x2` refuses the first requests for its URL."""
        faults = self.faults.setdefault(request.target, Faults(" ".join(value for _, value in request.query)))
        if faults.strikes("429"):
            raise Refused(in_json(["Too many requests."], ("Retry-After", "1"), status=429))
        if faults.strikes("503"):
            raise Refused(plain(503, "Service unavailable"))
        if faults.strikes("400"):
            raise Refused(plain(400, "Invalid decimal range: 5-10"))
        if faults.strikes("html"):
            raise Refused(plain(200, "<html></html>", kind="text/html"))

    def test(self, name: str, values: list[str]) -> Callable[[dict], bool]:
        """Whether a row has one of the values; parameters that GBIF does not know are passed over, as GBIF does."""
        if name in ("geometry", "geodistance"):
            inside = polygon if name == "geometry" else circle
            return lambda row: "decimalLatitude" in row and any(
                inside(value, float(row["decimalLatitude"]), float(row["decimalLongitude"])) for value in values)
        if name == "taxonkey":
            return lambda row: any(row.get(key) in values for key in TAXON_KEYS)
        by_name = {column.lower(): column for row in self.rows for column in row}
        column = COLUMN_OF.get(name) or by_name.get(name, "")
        return lambda row: any(matches(cell, value) for value in values for cell in row.get(column, "").split(";"))

    def in_api_shape(self, row: dict) -> dict:
        media = self.media.get(row["gbifID"], [])
        terms = [{f"http://purl.org/dc/terms/{name}": value for name, value in item.items()} for item in media]
        levels = [f"level{number}" for number in range(4) if f"level{number}Gid" in row]
        rest = {name: typed(name, value) for name, value in row.items()
                if name not in ONLY_IN_TABLE and not name.startswith("level")}
        return {
            "key": int(row["gbifID"]), **rest, "extensions": {MULTIMEDIA: terms} if terms else {},
            "gadm": {level: {"gid": row[level + "Gid"], "name": row.get(level + "Name")} for level in levels},
            "issues": row["issue"].split(";") if "issue" in row else [],
            "media": [{name: typed(name, value) for name, value in item.items()} for item in media],
            "identifiers": [], "facts": [], "relations": [], "recordedByIDs": [], "identifiedByIDs": [],
            "isInCluster": False, "geodeticDatum": "WGS84", "gbifID": row["gbifID"],
        }


def crowd(offset: int, limit: int) -> dict:
    """A page of more occurrences than the search gives, of which there is little to tell."""
    results = [{"key": number, "gbifID": str(number), "media": [{"type": "StillImage"}]}
               for number in range(offset, offset + limit)]
    return {"offset": offset, "limit": limit, "endOfRecords": False, "count": 250_000, "results": results, "facets": []}


def polygon(written: str, latitude: float, longitude: float) -> bool:
    """Whether a point is in the outer ring of a POLYGON."""
    match = re.match(r"\s*POLYGON\s*\(\s*\(([^()]*)\)", written, re.IGNORECASE)
    if not match:
        raise Refused(plain(400, f"Cannot parse simple WKT: {written}"))
    points = [tuple(map(float, point.split())) for point in match[1].split(",")]
    inside = False
    for (west, south), (east, north) in zip(points, points[1:]):
        if (south > latitude) != (north > latitude):
            inside ^= longitude < west + (latitude - south) / (north - south) * (east - west)
    return inside


def circle(written: str, latitude: float, longitude: float) -> bool:
    """Whether a point is in a circle such as 55.8,9.8,5km, by the haversine formula."""
    match = re.fullmatch(r"([^,]+),([^,]+),([\d.]+)(km|m)", written)
    if not match:
        raise Refused(plain(400, f"Cannot parse geo distance: {written}"))
    north, east = math.radians(float(match[1])), math.radians(float(match[2]))
    radius = float(match[3]) * (1000 if match[4] == "km" else 1)
    latitude, longitude = math.radians(latitude), math.radians(longitude)
    chord = (math.sin((latitude - north) / 2) ** 2
             + math.cos(latitude) * math.cos(north) * math.sin((longitude - east) / 2) ** 2)
    return 2 * 6_371_008.7714 * math.asin(math.sqrt(chord)) <= radius


def matches(cell: str, value: str) -> bool:
    """Equality without regard to case, or a range of numbers such as 1990,2000 or *,2000."""
    low, comma, high = value.partition(",")
    if not comma:
        return cell.lower() == value.lower()
    try:
        number = float(cell)
        return (low == "*" or float(low) <= number) and (high == "*" or number <= float(high))
    except ValueError:
        return False


def typed(name: str, value: str):
    if name in INTEGERS and value.isdigit():    # keys of today's checklist are letters
        return int(value)
    if name in DECIMALS:
        return float(value)
    if name in FLAGS:
        return value == "true"
    if name in TIMES and value.endswith("Z"):
        return value[:-1] + ("+00:00" if "." in value else ".000+00:00")
    return LICENCES.get(value, value)
