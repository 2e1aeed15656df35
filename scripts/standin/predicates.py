"""GBIF's download predicates: refused as GBIF refuses them, and written back as GBIF writes them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Callable
from uuid import UUID

MOST_ITEMS = 101_000            # every value of an `in` counts
MOST_POINTS = 10_000
MEDIA_TYPES = ("StillImage", "MovingImage", "Sound", "InteractiveResource")
BOOLEANS = ("true", "false")


class Invalid(Exception):
    """Not a predicate that GBIF takes; the message is for the 400."""


def read_keys() -> dict[str, str]:
    """Search parameters and their Java types, found by their names in capitals without underscores."""
    table = Path(__file__).with_name("predicate-keys.tsv").read_text().splitlines()[1:]
    return {name.replace("_", ""): (name, kind) for name, kind in (line.split("\t") for line in table)}


KEYS = read_keys()


def echo(predicate: Any) -> dict:
    """The predicate as it comes back in a download's `request`."""
    if not isinstance(predicate, dict) or not isinstance(predicate.get("type"), str):
        raise Invalid("Could not resolve subtype of Predicate: missing type id property 'type'")
    kind = predicate["type"]
    if kind not in WRITERS:
        known = ", ".join(sorted(WRITERS))
        raise Invalid(f"Could not resolve type id '{kind}' as a subtype of Predicate: known type ids = [{known}]")
    return {"type": kind, **WRITERS[kind](predicate)}


def conjunction(predicate: dict) -> dict:
    parts = predicate.get("predicates")
    if not isinstance(parts, list) or not parts:
        raise Invalid("<predicates> may not be empty")
    return {"predicates": [echo(part) for part in parts]}


def negation(predicate: dict) -> dict:
    return {"predicate": echo(predicate.get("predicate"))}


def comparison(predicate: dict) -> dict:
    name, kind = key(predicate, "key")
    if "value" not in predicate:
        raise Invalid("<value> may not be null")
    return {"key": name, "value": text(predicate["value"], name, kind), **options(predicate)}


def likeness(predicate: dict) -> dict:
    name, kind = key(predicate, "key")
    if kind != "String":
        raise Invalid(f"<like> predicate on key {name} can not be applied to type {kind}")
    return comparison(predicate)


def inequality(predicate: dict) -> dict:
    name, kind = key(predicate, "key")
    if kind not in ("Integer", "Double", "Date", "IsoDateInterval") and name != "GEOLOGICAL_TIME":
        raise Invalid(f"<{predicate['type']}> predicate on key {name} can not be applied to type {kind}")
    return comparison(predicate)


def membership(predicate: dict) -> dict:
    name, kind = key(predicate, "key")
    values = predicate.get("values")
    if not isinstance(values, list) or not values:
        raise Invalid("<values> may not be null or empty")
    return {"key": name, "values": [text(value, name, kind) for value in values], **options(predicate)}


def presence(predicate: dict) -> dict:
    return {"parameter": key(predicate, "parameter")[0]}


def within(predicate: dict) -> dict:
    geometry = predicate.get("geometry")
    if not isinstance(geometry, str) or not re.match(r"\s*(MULTI)?POLYGON\s*\(\(", geometry, re.IGNORECASE):
        raise Invalid(f"Cannot parse simple WKT: {geometry}")
    return {"geometry": geometry}


def distance(predicate: dict) -> dict:
    for name in ("latitude", "longitude", "distance"):
        if predicate.get(name) in (None, ""):
            raise Invalid(f"<{name}> may not be null")
    return {name: str(predicate[name]) for name in ("latitude", "longitude", "distance")}


WRITERS: dict[str, Callable[[dict], dict]] = {
    "and": conjunction, "or": conjunction, "not": negation, "equals": comparison, "in": membership,
    "like": likeness, "isNull": presence, "isNotNull": presence, "within": within, "geoDistance": distance,
    **dict.fromkeys(("lessThan", "lessThanOrEquals", "greaterThan", "greaterThanOrEquals"), inequality),
}


def key(predicate: dict, member: str) -> tuple[str, str]:
    """Name and Java type of the search parameter. GBIF minds neither case nor underscores."""
    given = predicate.get(member)
    known = KEYS.get(str(given).upper().replace("_", ""))
    if known is None:
        raise Invalid(f'Cannot deserialize value of type OccurrenceSearchParameter from String "{given}"')
    return known


def text(value: Any, name: str, kind: str) -> str:
    """A value as GBIF keeps it, a string, once it is one of its key's type."""
    if not isinstance(value, (str, int, float)):
        raise Invalid(f"Cannot deserialize value of type String for {name}")
    written = str(value).lower() if isinstance(value, bool) else str(value)
    if not VALID.get(kind, bool)(written):
        raise Invalid(f"Cannot parse {written} into a known {kind}")
    return written


def is_uuid(written: str) -> bool:
    try:
        return bool(UUID(written))
    except ValueError:
        return False


# Numbers and dates may be ranges: 1900,1950 or *,1950.
VALID: dict[str, Callable[[str], Any]] = {
    "Integer": lambda written: re.fullmatch(r"(-?\d+|\*)(,(-?\d+|\*))?", written),
    "Double": lambda written: re.fullmatch(r"(-?\d+(\.\d+)?|\*)(,(-?\d+(\.\d+)?|\*))?", written),
    "Boolean": lambda written: written.lower() in BOOLEANS,
    "UUID": is_uuid,
    "MediaType": lambda written: written in MEDIA_TYPES,
}


def options(predicate: dict) -> dict:
    """What stands behind the value: always matchCase, and the checklist that a taxon was asked for in."""
    match_case = str(predicate.get("matchCase", False)).lower() == "true"
    checklist = predicate.get("checklistKey")
    return {"matchCase": match_case, **({"checklistKey": checklist} if checklist else {})}


def items(predicate: dict) -> int:
    """How many items GBIF counts in a predicate."""
    if "predicates" in predicate:
        return sum(items(part) for part in predicate["predicates"])
    if "predicate" in predicate:
        return items(predicate["predicate"])
    return len(predicate.get("values", "1"))


def points(predicate: dict) -> int:
    """How many points its geometries have."""
    parts = predicate.get("predicates", [predicate["predicate"]] if "predicate" in predicate else [])
    return sum(points(part) for part in parts) + predicate.get("geometry", "").count(",")
