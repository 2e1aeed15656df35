"""Answers one POST with a key, once the client, whose number is in the file `client`, was interrupted."""
import os
import signal
import time
from http.server import BaseHTTPRequestHandler, HTTPServer


class Answers(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        while not os.path.exists("client"):
            time.sleep(0.01)
        with open("client") as file:
            os.kill(int(file.read()), signal.SIGINT)
        self.send_response(201)
        self.end_headers()
        self.wfile.write(b"0012150-260108223611665")

    def log_message(self, *arguments):
        pass


server = HTTPServer(("127.0.0.1", 0), Answers)
with open("port.part", "w") as file:
    file.write(str(server.server_port))
os.rename("port.part", "port")
server.handle_request()
