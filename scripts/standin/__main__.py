"""A stand-in for GBIF and for the image hosts its records point to, on loopback.

    python3 scripts/standin --ready standin.ready --tls-port 0 --ca ca.pem --log standin.log

Every listener knows every route, by path and for any Host header; so `curl --connect-to` and the like bring
the URLs of real records here. Ports are any free ones unless given; the ready file tells which. It ends on
SIGTERM or SIGINT, after --lifetime, and when the process that started it is gone.

GBIF
    POST   /v1/occurrence/download/request              201 and the key, or 400, 401, 413, 415, 420
    GET    /v1/occurrence/download/KEY                  PREPARING, RUNNING, SUCCEEDED: one after --steps of the other
    GET    /v1/occurrence/download/10.15468/dl.xxxxxx   the same, when it is finished
    DELETE /v1/occurrence/download/request/KEY          204
    GET    /v1/occurrence/download/user/NAME            that user's downloads, two a page
    GET    /v1/occurrence/download/request/KEY.zip      302 to the archive server (--file-port)
    GET    /occurrence/download/request/KEY.zip         the archive; Range, If-Range, 206, 416, 304, HEAD
    GET    /v1/occurrence/search                        out of the archive's tables
    GET    /v1/species/match, /v2/species/match         the archive's taxa
  Words in the `description` of a POST make that download fail; a suffix says how often: standin:503x5.
    standin:FAILED KILLED CANCELLED FILE_ERASED         ends so          standin:SUSPENDED   rests before RUNNING
    standin:PONDERING                                   is in a state before RUNNING that nobody has heard of
    standin:no-size                                     says 0 bytes of a file that is there
    standin:420 post-503 post-429 post-403 post-413     refuse the POST
    standin:post-lost                                   takes the POST, and closes without telling the key
    standin:503 429 404                                 refuse to tell the status
    standin:file-503 file-429 file-410                  refuse the archive
    standin:file-loop                                   leads from the archive to itself
    standin:cut                                         breaks off the archive at a random place, but for the last 2 kB
    standin:pieces                                      breaks it off after a 21st part of it, so that 20 breaks bring all
    standin:file-stall                                  sends half of what was asked for, and then nothing
    standin:replaced                                    hands out another file's ETag and Last-Modified with it
    standin:corrupt short                               spoil a byte of it, or leave out its last 1000
  Once: 420, post-lost, file-stall, replaced. Always: cut, corrupt, short, file-410, file-loop, no-size. Twenty times: pieces.
  Twice: the rest. In a name to be matched, `standin:429 Pica pica` or standin:503, twice for each name.
  In a search, q=standin:429 503 400 html (a page with status 200) refuse it twice; q=standin:crowd finds 250,000;
  q=standin:moving gives 20 at a time, and all but the first page are moved on by one.

Image hosts (REST is any of these routes again)
    /pictures/NAME           a picture, with ETag, Last-Modified, Range      /half/NAME    its first half, as if whole
    /drawn/N/BYTES.jpg       picture number N, of so many bytes              (anything else)  one for each Host and path
    /changing/BYTES.jpg      another picture each time
    /lie/NAME, /lie/text/NAME, /lie/octets/NAME, /lie/nothing/NAME           Content-Type text/plain, binary/…, none;
    /lie/words/NAME          one with more words
    /redirect/HOPS/REST      /redirect-to/?url=…      /redirect-loop/
    /missing/ 404 HTML       /gone/ 410               /forbidden/ 403 XML
    /busy/K/REST             429, Retry-After: 1, the first K times for that URL
    /unavailable/K/REST      503, Retry-After a date                         /error/K/REST  500
    /later/?after=WORDS      429, Retry-After: WORDS, or without it
    /html/                   HTML as image/jpeg       /page/  HTML as HTML   /empty/        no bytes
    /noai/REST               X-Robots-Tag: noai, noimageai
    /sizes/SMALL/FULL/ID/full/SIZE/0/default.jpg             SIZE full or max: FULL, else SMALL, each a status, a route
                                                             or `any` for a picture
    /slow/MS/REST            answers after so long    /mute/  never          /reset/        ECONNRESET
    /stall/REST              half, then nothing       /cut/REST  half, then closed   /cut-chunked/REST  in chunks
    /chaos/N.jpg             any of these in turn, and in the end picture number N; or never
    /store/NAME              takes a file by PUT, and has it for GET and HEAD (--store)
    /short/K/NAME            keeps half of it, the first K times          /lost/K/NAME  keeps it, and resets
    /torn/K/REST             resets after half of it, the first K times   /mute-about/NAME  takes it, 403 to HEAD
    /forgetful/NAME          takes it, and has none     /rough/NAME  any of these in turn, and in the end a good one
    /endless/                never done               /hangup/REST  closed after it without notice

The log tells of each request when and how long, connection number, Host, method, path, status (null: no answer),
bytes of body, and how many requests of that Host were in flight when it came and at most so far. What is answered
at once is never in flight with another: ask for /slow/ to see how many a client has open at a time.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from archive import Archive
from gbif import Gbif
from hosts import ImageHosts
from requestlog import RequestLog
from serving import LOOPBACK, Serving, allow_many_connections, end_of_life, write_ready
from tls import Authority

HERE = Path(__file__).resolve().parent


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="standin", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, metavar="N", help="for GBIF's API and the image hosts")
    parser.add_argument("--file-port", type=int, default=0, metavar="N", help="for the archive server")
    parser.add_argument("--tls-port", type=int, metavar="N", help="for all of them over TLS")
    parser.add_argument("--ca", type=Path, metavar="FILE", help="write the test authority's certificate here")
    parser.add_argument("--user", default="demo", metavar="NAME", help="who may ask for downloads (demo)")
    parser.add_argument("--password-file", type=Path, metavar="FILE", help="first line: the password (demo)")
    parser.add_argument("--archive", type=Path, default=HERE / "archive", metavar="DIR|ZIP", help="what is downloaded")
    parser.add_argument("--pictures", type=Path, default=HERE / "pictures", metavar="DIR")
    parser.add_argument("--store", type=Path, metavar="DIR", help="what is sent to /store/ is kept here")
    parser.add_argument("--steps", type=int, default=1, metavar="N", help="answers that tell one status (1)")
    parser.add_argument("--ready", type=Path, metavar="FILE", help="written once listening: port=… and so on")
    parser.add_argument("--log", metavar="FILE", help="a line of JSON for each request")
    parser.add_argument("--lifetime", type=float, default=3600, metavar="SECONDS", help="ends by itself then (3600)")
    return parser.parse_args()


async def serve(given: argparse.Namespace, scratch: Path, parent: int) -> None:
    serving = Serving(RequestLog(given.log))
    authority = Authority(scratch) if given.tls_port is not None or given.ca else None
    ports = {"port": await serving.listen(given.port), "file_port": await serving.listen(given.file_port),
             "tls_port": ""}
    if given.tls_port is not None:
        ports["tls_port"] = await serving.listen(given.tls_port, authority.server_context())
    if given.ca:
        authority.write_certificate(given.ca)

    password = given.password_file.read_text().split("\n")[0] if given.password_file else "demo"
    file_server = {"http": f"http://{LOOPBACK}:{ports['file_port']}",
                   "https": f"https://{LOOPBACK}:{ports['tls_port']}"}
    gbif = Gbif(Archive(given.archive, scratch), given.user, password, given.steps, file_server)
    hosts = ImageHosts(given.pictures, given.store or scratch / "store")
    serving.answer = lambda request: gbif.answer(request) or hosts.answer(request, request.path)

    if given.ready:
        write_ready(given.ready, {**ports, "pid": os.getpid(), "ca": given.ca.resolve() if given.ca else ""})
    await end_of_life(given.lifetime, parent)
    await serving.close()


def main() -> None:
    parent, given = os.getppid(), options()
    if given.ready:
        given.ready.unlink(missing_ok=True)     # of an earlier run: it must not be taken for ours
    allow_many_connections()
    try:
        with tempfile.TemporaryDirectory(prefix="standin.") as scratch:
            asyncio.run(serve(given, Path(scratch), parent))
    except OSError as error:        # a port taken, no such archive, no openssl
        sys.exit(f"standin: {error}")
    finally:
        if given.ready:
            given.ready.unlink(missing_ok=True)


main()
