"""A web server."""

import getpass
import os
import subprocess
import time
from pathlib import Path

from benchmarks.inputs import DATA

ECHO = Path("/usr/lib/nginx/modules/ngx_http_echo_module.so")


class Nginx:
    """A web server on all loopback addresses, for as long as the benchmarks run."""

    port = 8799
    process = None

    @classmethod
    def start(cls, root):
        """Below /slow/ it answers after 100 ms, where it has the module for that; below /put/ it takes files."""
        if cls.process:
            return
        config = DATA / "nginx.conf"
        temporary = "".join(
            f"{kind}_temp_path {DATA}/nginx-{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        load, slow = "", ""
        if ECHO.exists():
            load = f"load_module {ECHO};"
            slow = "location ~ ^/slow/(.*)$ { set $file $1; echo_sleep 0.1; echo_exec /$file; }"
        (root / "put").mkdir(parents=True, exist_ok=True)
        put = (f"location /put/ {{ dav_methods PUT; create_full_put_path on; client_max_body_size 0;"
               f" client_body_temp_path {root}/tmp; }}")
        user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
        config.write_text(
            f"{load} {user} daemon off; worker_processes 1; pid {DATA}/nginx.pid;"
            f"error_log {DATA}/nginx.log; worker_rlimit_nofile 20000;"
            f"events {{ worker_connections 16384; }} http {{ access_log off; sendfile on;"
            f"keepalive_requests 10000000; default_type image/jpeg; {temporary}"
            f"server {{ listen {cls.port} backlog=4096; allow 127.0.0.0/8; deny all;"
            f"root {root}; {slow} {put} }} }}")
        cls.process = subprocess.Popen(["nginx", "-c", config], stderr=subprocess.DEVNULL)
        time.sleep(0.5)

    @classmethod
    def stop(cls):
        if cls.process:
            cls.process.terminate()
            cls.process.wait()
