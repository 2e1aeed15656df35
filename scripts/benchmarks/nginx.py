"""A web server."""

import subprocess
import time

from benchmarks.inputs import DATA


class Nginx:
    """A web server on loopback, for as long as the benchmarks run."""

    port = 8799
    process = None

    @classmethod
    def start(cls, root):
        if cls.process:
            return
        config = DATA / "nginx.conf"
        temporary = "".join(
            f"{kind}_temp_path {DATA}/nginx-{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        config.write_text(
            f"daemon off; worker_processes 1; pid {DATA}/nginx.pid; error_log {DATA}/nginx.log;"
            f"events {{ worker_connections 4096; }} http {{ access_log off; sendfile on;"
            f"keepalive_requests 100000; default_type image/jpeg; {temporary}"
            f"server {{ listen 127.0.0.1:{cls.port}; root {root}; }} }}")
        cls.process = subprocess.Popen(["nginx", "-c", config], stderr=subprocess.DEVNULL)
        time.sleep(0.5)

    @classmethod
    def stop(cls):
        if cls.process:
            cls.process.terminate()
            cls.process.wait()
