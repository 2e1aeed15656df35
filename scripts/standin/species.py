"""GET /v1/species/match and /v2/species/match, for the taxa of the archive.

The old backbone's taxa are those of occurrence.txt. Those of Catalogue of Life XR, with keys of letters,
are in col-classifications.json for the species of the archive that comes with the stand-in.
"""

from __future__ import annotations

import difflib
import json
from collections import Counter
from functools import cached_property
from pathlib import Path

from archive import Archive
from messages import Answer, Refused, Request, in_json, plain

CATALOGUE_OF_LIFE = "7ddf754f-d193-4cc9-b351-99906754a03b"
BACKBONE = "d7dddbf4-2cf0-4f39-9b2a-bb099caae36c"
RANKS = ("kingdom", "phylum", "class", "order", "family", "genus", "species")
NO_MATCH = "NONE"


class Names:
    def __init__(self, archive: Archive):
        self.archive = archive
        self.asked: Counter = Counter()     # how often a name with a fault was asked for

    @cached_property
    def backbone(self) -> list[list[dict]]:
        """The classification of each species, from its kingdom down."""
        species = {}
        for row in self.archive.rows("occurrence.txt"):
            if "speciesKey" in row:
                taxa = [{"key": row[rank + "Key"], "name": row[rank], "rank": rank.upper()}
                        for rank in RANKS if rank + "Key" in row]
                name = row.get("acceptedScientificName", row["species"])
                species.setdefault(row["speciesKey"], taxa[:-1] + [{**taxa[-1], "full": name}])
        return list(species.values())

    @cached_property
    def catalogue_of_life(self) -> list[list[dict]]:
        return json.loads(Path(__file__).with_name("col-classifications.json").read_text())

    def match_v1(self, request: Request) -> Answer:
        asked = dict(request.query)
        lineage, kind = best(self.backbone, asked.get("name") or asked.get("scientificName", ""))
        if not lineage:
            return in_json({"confidence": 100, "note": "No match because of too little confidence",
                            "matchType": NO_MATCH, "synonym": False})
        taxon = lineage[-1]
        return in_json({
            "usageKey": int(taxon["key"]), "scientificName": full(taxon), "canonicalName": taxon["name"],
            "rank": taxon["rank"], "status": "ACCEPTED", "confidence": confidence(kind), "matchType": kind,
            **{step["rank"].lower(): step["name"] for step in lineage},
            **{step["rank"].lower() + "Key": int(step["key"]) for step in lineage}, "synonym": False,
        })

    def match_v2(self, request: Request) -> Answer:
        asked = dict(request.query)
        checklist = asked.get("checklistKey", BACKBONE)     # today's API still falls back on the old one
        if checklist not in (BACKBONE, CATALOGUE_OF_LIFE):
            return plain(404, f"Checklist {checklist} not found")
        name = self.after_faults(asked.get("scientificName") or asked.get("name", ""))
        known = self.backbone if checklist == BACKBONE else self.catalogue_of_life
        lineage, kind = best(known, name)
        diagnostics = {"matchType": kind, "confidence": confidence(kind), "timeTaken": 1}
        if not lineage:
            return in_json({"diagnostics": {**diagnostics, "issues": []}, "synonym": False})
        taxon = lineage[-1]
        authorship = full(taxon)[len(taxon["name"]):].strip()
        return in_json({
            "usage": {"key": taxon["key"], "name": full(taxon), "canonicalName": taxon["name"],
                      **({"authorship": authorship} if authorship else {}), "rank": taxon["rank"],
                      "status": "ACCEPTED", "type": "SCIENTIFIC"},
            "classification": [{name: step[name] for name in ("key", "name", "rank")} for step in lineage],
            "diagnostics": diagnostics, "synonym": False,
        })


    def after_faults(self, name: str) -> str:
        """The name behind `standin:429 ` or `standin:503 `, the third time that it is asked for."""
        fault, _, rest = name.partition(" ")
        if not fault.startswith("standin:"):
            return name
        self.asked[name] += 1
        if self.asked[name] > 2:
            return rest
        status = int(fault.removeprefix("standin:"))
        after = (("Retry-After", "1"),) if status == 429 else ()
        raise Refused(plain(status, "Too many requests", *after))


def full(taxon: dict) -> str:
    return taxon.get("full", taxon["name"])


def best(lineages: list[list[dict]], name: str) -> tuple[list[dict] | None, str]:
    """The lineage down to the taxon of that name, or one spelt much like it, or the genus of an unknown species."""
    by_name = {}
    for lineage in lineages:
        for depth, taxon in enumerate(lineage, 1):
            by_name[taxon["name"]] = by_name[full(taxon)] = lineage[:depth]
    if name in by_name:
        return by_name[name], "EXACT"
    alike = difflib.get_close_matches(name, by_name, 1, 0.9)
    if alike:
        return by_name[alike[0]], "FUZZY"
    genus = by_name.get(name.partition(" ")[0])
    return (genus, "HIGHERRANK") if genus else (None, NO_MATCH)


def confidence(kind: str) -> int:
    return {"EXACT": 99, "FUZZY": 95, "HIGHERRANK": 94, NO_MATCH: 100}[kind]
