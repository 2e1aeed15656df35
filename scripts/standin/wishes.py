"""What a client wishes for: the body of a POST to /v1/occurrence/download/request."""

from __future__ import annotations

import json

import predicates
from messages import Refused, plain

FORMATS = {"DWCA": "zip", "SIMPLE_CSV": "zip", "SIMPLE_PARQUET": "zip", "SIMPLE_AVRO": "avro", "SPECIES_LIST": "zip",
           "SIMPLE_WITH_VERBATIM_AVRO": "zip", "SQL_TSV_ZIP": "zip", "MAP_OF_LIFE": "avro", "BIONOMIA": "zip",
           "FASTA_ARCHIVE": "zip"}
ALIASES = {"notificationAddress": "notificationAddresses", "notification_address": "notificationAddresses",
           "notification_addresses": "notificationAddresses", "send_notification": "sendNotification"}
PROPERTIES = ("predicate", "sql", "creator", "format", "type", "notificationAddresses", "sendNotification",
              "description", "machineDescription", "verbatimExtensions", "interpretedExtensions", "checklistKey",
              "created")
TOO_COMPLEX = "A download limitation is exceeded:\nThe request contains {} {}.  The maximum is {}.\n"


def understood(body: bytes, user: str) -> dict:
    """The body of a POST, checked, its aliases resolved, its predicate as GBIF writes it back."""
    given = read(body)
    form, creator = given.get("format") or "DWCA", given.get("creator", user)
    if form not in FORMATS:
        raise predicates.Invalid(f"Cannot parse {form} into a known DownloadFormat")
    if creator != user:
        raise Refused(plain(401, f"{user} not allowed to create download with creator {creator}"))
    in_sql = "sql" in given
    wish = {
        **({"sql": given["sql"]} if in_sql else {"predicate": simple_enough(given.get("predicate"))}),
        "creator": creator, "notificationAddresses": given.get("notificationAddresses"),
        "sendNotification": given.get("sendNotification", False) in (True, "true", [True]),
        "format": form, "type": given.get("type", "OCCURRENCE"),
        "description": given.get("description"), "machineDescription": given.get("machineDescription"),
        "verbatimExtensions": None if in_sql else given.get("verbatimExtensions", []),
        "checklistKey": given.get("checklistKey"),
    }
    return {name: value for name, value in wish.items() if value is not None}


def read(body: bytes) -> dict:
    try:
        given = json.loads(body)
    except ValueError as error:
        raise predicates.Invalid(f"JSON parse error: {error}") from None
    if not isinstance(given, dict):
        raise predicates.Invalid("JSON parse error: a download request is an object")
    given = {ALIASES.get(name, name): value for name, value in given.items()}
    unknown = next((name for name in given if name not in PROPERTIES), None)
    if unknown is not None:
        raise predicates.Invalid(f"Unknown JSON property '{unknown}'.")
    return given


def simple_enough(predicate) -> dict | None:
    """The predicate as GBIF writes it back, unless it is more than GBIF takes on."""
    if predicate is None:
        return None
    echoed = predicates.echo(predicate)
    for count, what, most in ((predicates.items(echoed), "predicate items", predicates.MOST_ITEMS),
                              (predicates.points(echoed), "points in its geometry", predicates.MOST_POINTS)):
        if count > most:
            raise Refused(plain(413, TOO_COMPLEX.format(count, what, most)))
    return echoed
