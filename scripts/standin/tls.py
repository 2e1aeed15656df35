"""Certificates for any host name: a test authority, and leaves made by `openssl` the first time they are asked for."""

from __future__ import annotations

import re
import shutil
import ssl
import subprocess
from pathlib import Path

DAYS = "30"


class Authority:
    """Keeps its files in a folder of its own, and everything it makes for as long as it runs."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.contexts: dict[str, ssl.SSLContext] = {}       # by host name
        self.certificate = folder / "ca.pem"
        make_key(folder / "ca.key")
        make_key(folder / "leaf.key")       # one key serves all leaves: making keys is what takes time
        openssl("req", "-x509", "-new", "-key", folder / "ca.key", "-out", self.certificate, "-days", DAYS,
                "-subj", "/CN=gbifxdl test authority", "-addext", "keyUsage=critical,keyCertSign,cRLSign")

    def write_certificate(self, target: str) -> None:
        shutil.copyfile(self.certificate, target)

    def server_context(self) -> ssl.SSLContext:
        """For a listener: answers as whoever the client asks for, and as localhost when it does not say."""
        context = self.context_for("localhost")
        context.sni_callback = self.choose
        return context

    def choose(self, connection: ssl.SSLObject, name: str | None, context: ssl.SSLContext) -> None:
        if name and re.fullmatch(r"[\w.-]+", name):     # it becomes the name of a file
            connection.context = self.context_for(name.lower())

    def context_for(self, name: str) -> ssl.SSLContext:
        if name not in self.contexts:
            context = self.contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.leaf_for(name), self.folder / "leaf.key")
            context.set_alpn_protocols(["http/1.1"])
        return self.contexts[name]

    def leaf_for(self, name: str) -> Path:
        leaf, wish, names = (self.folder / f"{name}.{suffix}" for suffix in ("pem", "csr", "ext"))
        also = ",IP:127.0.0.1" if name == "localhost" else ""
        names.write_text(f"subjectAltName=DNS:{name}{also}\nextendedKeyUsage=serverAuth\n")
        openssl("req", "-new", "-key", self.folder / "leaf.key", "-out", wish, "-subj", f"/CN={name[:64]}")
        # Without -CAcreateserial two leaves could get one serial number, which clients refuse.
        openssl("x509", "-req", "-in", wish, "-out", leaf, "-days", DAYS, "-extfile", names,
                "-CA", self.certificate, "-CAkey", self.folder / "ca.key", "-CAcreateserial")
        return leaf


def make_key(path: Path) -> None:
    openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", path)


def openssl(*arguments) -> None:
    subprocess.run(["openssl", *arguments], check=True, stdin=subprocess.DEVNULL, capture_output=True)
