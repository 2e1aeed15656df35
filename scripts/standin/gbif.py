"""GBIF's API: downloads asked for, waited for, cancelled and fetched; occurrence search; name matching."""

from __future__ import annotations

import base64
import json
import random
import re
from dataclasses import replace
from typing import Callable

import conditions
import predicates
from archive import Archive
from downloads import Download, Faults
from messages import CLOSE, STALL, Answer, Refused, Request, in_json, moved, page, plain
from search import Occurrences
from species import Names
from wishes import FORMATS, TOO_COMPLEX, understood

PAGE = 2            # downloads in a page of a user's list
AT_ONCE = 3         # downloads that a user may have running
TOO_MANY_REQUESTS = ["To download GBIF occurrence data in bulk, please request a download through the website "
                     "<https://www.gbif.org/occurrence/search>."]
TOO_MANY_DOWNLOADS = ("A download limitation is exceeded:\nUser {} has too many simultaneous downloads; the limit is "
                      f"{AT_ONCE}.\nPlease wait for some to complete, or cancel any unwanted downloads.  "
                      "See your user page.\n")
DOWNLOAD = "/v1/occurrence/download"
FILE = r"/occurrence/download/request/([^/]+?)(?:\.(?:zip|avro))?"


class Gbif:
    def __init__(self, archive: Archive, user: str, password: str, steps: int, file_server: dict[str, str]):
        """`file_server` is the address of the archive server, for requests over http and over https."""
        self.archive, self.steps, self.file_server = archive, steps, file_server
        self.credentials = user, password
        self.downloads: dict[str, Download] = {}            # by key
        self.wanted: dict[str, Download] = {}               # by what was asked for
        self.refusals: dict[str, Faults] = {}               # likewise: faults outlive the POST that they refuse
        self.occurrences, self.names = Occurrences(archive), Names(archive)
        self.routes: list[tuple[str, str, Callable[..., Answer]]] = [
            ("POST", f"{DOWNLOAD}/request", self.post),
            ("DELETE", f"{DOWNLOAD}/request/([^/]+)", self.cancel),
            ("GET", "/v1" + FILE, self.redirect_to_file),
            ("GET", FILE, self.send_file),
            ("GET", f"{DOWNLOAD}/user/([^/]+)", self.list_downloads),
            ("GET", rf"{DOWNLOAD}/(10\.\d+/[^/]+)", self.tell_doi),
            ("GET", f"{DOWNLOAD}/([^/]+)", self.tell),
            ("GET", "/v1/occurrence/search", self.occurrences.search),
            ("GET", "/v1/species/match", self.names.match_v1),
            ("GET", "/v2/species/match", self.names.match_v2),
        ]

    def answer(self, request: Request) -> Answer | None:
        """The answer, or None when the path is not one of GBIF's."""
        method = "GET" if request.method == "HEAD" else request.method
        for routed, pattern, route in self.routes:
            match = re.fullmatch(pattern, request.path)
            if match and method == routed:
                return self.guarded(route, request, *match.groups())
        if re.match(r"/v[12]/(occurrence|species)/", request.path):
            return in_json({"status": 404, "error": "", "message": f"Entity not found for uri: {request.path[3:]}"},
                           status=404)
        return None

    def guarded(self, route: Callable[..., Answer], *arguments) -> Answer:
        try:
            return route(*arguments)
        except (predicates.Invalid, ValueError) as error:
            return plain(400, str(error))
        except Refused as refused:
            return refused.answer

    # Asking for a download

    def post(self, request: Request) -> Answer:
        user = self.authenticated(request)
        kind = request.headers.get("content-type", "")
        if not kind.startswith("application/json"):
            raise Refused(plain(415, f"Content type '{kind}' not supported"))
        wish = understood(request.body, user)
        # GBIF looks at predicate, format and type only; the faults are ours, and make a request another one.
        faults = Faults(wish.get("description", ""))
        same = json.dumps([wish.get("predicate"), wish.get("sql"), wish["format"], wish["type"], faults.names])
        known = self.wanted.get(same)
        if known and (known.is_running or known.status == "SUCCEEDED"):
            return plain(201, known.key, kind="application/json")
        faults = self.refusals.setdefault(same, faults)
        self.refuse_by_fault(faults, "post-")
        self.refuse_for_good(faults)
        running = sum(download.is_running for download in self.downloads.values())
        if running >= AT_ONCE or faults.strikes("420"):
            raise Refused(plain(420, TOO_MANY_DOWNLOADS.format(user)))
        download = Download(len(self.downloads) + 1, user, wish, faults, self.steps)
        self.downloads[download.key] = self.wanted[same] = download
        if faults.strikes("post-lost"):         # taken, but the client does not learn the key
            return Answer(silent=True, ending=CLOSE)
        return plain(201, download.key, kind="application/json")

    def authenticated(self, request: Request) -> str:
        given = self.user_of(request)
        if given is None:
            raise Refused(Answer(401, (("WWW-Authenticate", 'Basic realm="GBIF"'),)))
        if given != self.credentials:
            raise Refused(plain(401, f"Failed to authenticate user {given[0]}\r\n"))
        return given[0]

    def user_of(self, request: Request) -> tuple[str, str] | None:
        scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic":
            return None
        try:
            name, _, password = base64.b64decode(encoded).decode().partition(":")
        except ValueError:
            return None
        return name, password

    def refuse_for_good(self, faults: Faults) -> None:
        if faults.strikes("post-403"):
            raise Refused(plain(403, "SQL downloads are not permitted for this account"))
        if faults.strikes("post-413"):
            raise Refused(plain(413, TOO_COMPLEX.format(200_000, "predicate items", 101_000)))

    def refuse_by_fault(self, faults: Faults, prefix: str = "") -> None:
        if faults.strikes(prefix + "503"):
            raise Refused(page(503, "Error 503 Backend fetch failed"))
        if faults.strikes(prefix + "429"):
            raise Refused(in_json(TOO_MANY_REQUESTS, ("Retry-After", "1"), status=429))
        if faults.strikes(prefix + "404"):
            raise Refused(plain(404, "Download was not found"))

    # Waiting for it

    def found(self, key: str) -> Download:
        if key not in self.downloads:
            raise Refused(plain(404, "Download was not found"))
        return self.downloads[key]

    def tell(self, request: Request, key: str) -> Answer:
        download = self.found(key)
        self.refuse_by_fault(download.faults)
        download.move_on()
        return in_json(self.record(request, download))

    def record(self, request: Request, download: Download) -> dict:
        extension = FORMATS[download.request["format"]]
        link = f"{request.scheme}://{request.host}{DOWNLOAD}/request/{download.key}.{extension}"
        owner = self.user_of(request)
        return download.described(link, self.archive.size, self.archive.total_records, self.archive.datasets,
                                  to=owner[0] if owner == self.credentials else None)

    def list_downloads(self, request: Request, user: str) -> Answer:
        """A page of a user's downloads, the newest first; at most PAGE at a time, whatever is asked for."""
        if self.authenticated(request) != user:
            raise Refused(plain(403, f"{self.credentials[0]} may not see the downloads of {user}"))
        asked = dict(request.query)
        offset, limit = int(asked.get("offset", 0)), min(int(asked.get("limit", 20)), PAGE)
        newest = sorted(self.downloads.values(), key=lambda download: download.key, reverse=True)
        results = [self.record(request, download) for download in newest[offset:offset + limit]]
        return in_json({"offset": offset, "limit": limit, "endOfRecords": offset + limit >= len(newest),
                        "count": len(newest), "results": results})

    def tell_doi(self, request: Request, doi: str) -> Answer:
        finished = [download for download in self.downloads.values() if not download.is_running]
        return self.tell(request, next((download.key for download in finished if download.doi == doi.lower()), doi))

    def cancel(self, request: Request, key: str) -> Answer:
        self.authenticated(request)
        self.found(key).cancel()
        return Answer(204)

    # Fetching it

    def redirect_to_file(self, request: Request, key: str) -> Answer:
        extension = FORMATS[self.ready(key).request["format"]]
        return moved(f"{self.file_server[request.scheme]}/occurrence/download/request/{key}.{extension}")

    def ready(self, key: str) -> Download:
        download = self.found(key)
        if download.status == "FILE_ERASED":
            raise Refused(plain(410, "This download was erased, but the metadata is retained."))
        if download.status != "SUCCEEDED":
            raise Refused(plain(404, "Download is not ready yet"))
        return download

    def send_file(self, request: Request, key: str) -> Answer:
        faults = self.ready(key).faults
        self.refuse_by_fault(faults, "file-")
        if faults.strikes("file-loop"):
            raise Refused(Answer(302, (("Location", request.target),)))
        if faults.strikes("file-410"):
            raise Refused(plain(410, "This download was erased, but the metadata is retained."))
        body = self.archive.whole(spoiled=request.method == "GET" and faults.strikes("corrupt"))
        if faults.strikes("short"):
            body = replace(body, count=body.count - 1000)
        etag, modified = self.archive.etag, self.archive.modified
        if faults.strikes("replaced"):
            etag, modified = '"before"', modified - 86400
        answer = conditions.answer(request, body, "application/zip", etag, modified)
        # Bytes that come and come to an end, or stay away.
        piece = body.count // 21 + 1
        if answer.status in (200, 206) and answer.length > piece and faults.strikes("pieces"):
            return answer.but(stop_after=piece, ending=CLOSE)
        if answer.status in (200, 206) and faults.strikes("file-stall"):
            return answer.but(stop_after=answer.length // 2, ending=STALL)
        # The last bytes always pass, so that whoever resumes gets there.
        if answer.status in (200, 206) and answer.length > 2048 and request.method == "GET" and faults.strikes("cut"):
            return answer.but(stop_after=random.randrange(1, answer.length), ending=CLOSE)
        return answer
