"""The columns and the descriptor of an archive like a GBIF download."""

import itertools

NAMED = """gbifID license modified publisher references rightsHolder institutionCode collectionCode
datasetName basisOfRecord occurrenceID catalogNumber recordedBy occurrenceStatus eventDate
eventTime year month day countryCode stateProvince locality verbatimLocality decimalLatitude
decimalLongitude coordinateUncertaintyInMeters identificationID identifiedBy dateIdentified
taxonID scientificName kingdom phylum class order family genus specificEpithet taxonRank
taxonomicStatus datasetKey publishingCountry lastInterpreted issue mediaType hasCoordinate
hasGeospatialIssues taxonKey acceptedTaxonKey kingdomKey phylumKey classKey orderKey familyKey
genusKey speciesKey species genericName acceptedScientificName verbatimScientificName protocol
lastParsed lastCrawled repatriated isSequenced gbifRegion publishedByGbifRegion level0Gid
level0Name level1Gid level1Name level2Gid level2Name iucnRedListCategory""".split()

DCTERMS = {"license", "modified", "publisher", "references", "rightsHolder"}
MEDIA = """gbifID type format identifier references title description source audience created
creator contributor publisher license rightsHolder""".split()

METADATA = """<eml:eml xmlns:eml="eml://ecoinformatics.org/eml-2.1.1">
<dataset><title>An archive for measuring</title></dataset></eml:eml>
"""


def core_columns(count):
    """The names of the core's columns: those with values and empty ones, as in a download."""
    empty = (f"emptyColumn{i}" for i in itertools.count())
    names = list(NAMED)
    for i, name in enumerate(itertools.islice(empty, max(0, count - len(NAMED)))):
        names.insert((i * 7) % (len(names) - 1) + 1, name)
    return names


def term(name):
    """The URI of a column."""
    if name == "gbifID":
        return "http://rs.gbif.org/terms/1.0/gbifID"
    if name in DCTERMS:
        return "http://purl.org/dc/terms/" + name
    return "http://rs.tdwg.org/dwc/terms/" + name


def table(tag, identifier, row_type, location, names, namespace):
    """The element of meta.xml for one table."""
    fields = "".join(f'<field index="{i}" term="{namespace(n)}"/>\n' for i, n in enumerate(names))
    return (f'<{tag} encoding="UTF-8" fieldsTerminatedBy="\\t" linesTerminatedBy="\\n"'
            f' fieldsEnclosedBy="" ignoreHeaderLines="1" rowType="{row_type}">\n'
            f"<files><location>{location}</location></files>\n"
            f'<{identifier} index="0"/>\n{fields}</{tag}>\n')


def descriptor(columns):
    """meta.xml."""
    def media_term(name):
        return term(name) if name == "gbifID" else "http://purl.org/dc/terms/" + name
    return ('<archive xmlns="http://rs.tdwg.org/dwc/text/" metadata="metadata.xml">\n'
            + table("core", "id", "http://rs.tdwg.org/dwc/terms/Occurrence", "occurrence.txt",
                    columns, term)
            + table("extension", "coreid", "http://rs.gbif.org/terms/1.0/Multimedia",
                    "multimedia.txt", MEDIA, media_term)
            + "</archive>\n")
