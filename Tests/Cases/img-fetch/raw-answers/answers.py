"""Answers that no decent server gives, one for each path; the port is written to the file `port`."""
import pathlib
import socket
import threading

PICTURE = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(100) + b"\xff\xd9"
OK = b"HTTP/1.1 200 OK\r\n"
LENGTH = b"Content-Length: %d\r\n\r\n" % len(PICTURE)
ANSWERS = {
    "plain": OK + LENGTH + PICTURE,
    "no-length": OK + b"\r\n" + PICTURE,
    "negative-length": OK + b"Content-Length: -5\r\n\r\n" + PICTURE,
    "huge-length": OK + b"Content-Length: 99999999999999999999999\r\n\r\n" + PICTURE,
    "long-length": OK + b"Content-Length: 9223372036854775807\r\n\r\n" + PICTURE,
    "short-length": OK + b"Content-Length: 5\r\n\r\n" + PICTURE,
    "bad-chunk": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PICTURE,
    "huge-chunk": OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + PICTURE,
    "no-http": PICTURE,
    "nothing": b"",
    "endless-head": OK + b"X: y\r\n" * 100000 + b"\r\n" + PICTURE,
    "long-field": OK + b"X: " + b"y" * 2000000 + b"\r\n\r\n" + PICTURE,
    "nul-field": OK + b"X: a\0b\r\n" + LENGTH + PICTURE,
    "many-continues": b"HTTP/1.1 100 Continue\r\n\r\n" * 500 + OK + LENGTH + PICTURE,
    "status-999": b"HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n",
    "status-000": b"HTTP/1.1 000 What\r\nContent-Length: 0\r\n\r\n",
    "status-204": b"HTTP/1.1 204 No Content\r\n\r\n",
    "status-206": b"HTTP/1.1 206 Partial\r\n" + LENGTH + PICTURE,
    "status-304": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "retry-never": b"HTTP/1.1 429 Slow\r\nRetry-After: 99999999999999\r\nContent-Length: 0\r\n\r\n",
    "retry-before": b"HTTP/1.1 503 Slow\r\nRetry-After: -1\r\nContent-Length: 0\r\n\r\n",
    "redirect-nowhere": b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
    "redirect-empty": b"HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0\r\n\r\n",
    "redirect-words": b"HTTP/1.1 302 Found\r\nLocation: http://\xff\xfe/\r\nContent-Length: 0\r\n\r\n",
    "redirect-user": b"HTTP/1.1 302 Found\r\nLocation: http://u:p@a.example/plain\r\nContent-Length: 0\r\n\r\n",
    "packed": OK + b"Content-Encoding: gzip\r\n" + LENGTH + PICTURE,
}


def converse(connection):
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(4096)
        if not piece:
            return connection.close()
        head += piece
    name = head.split(b" ")[1].decode()[1:]
    try:
        connection.sendall(ANSWERS[name])
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(4096):
            pass
    except OSError:
        pass
    connection.close()


listener = socket.create_server(("127.0.0.1", 0), backlog=100)
pathlib.Path("names").write_text("".join(name + "\n" for name in ANSWERS))
pathlib.Path("port.part").write_text(str(listener.getsockname()[1]))
pathlib.Path("port.part").rename("port")
while True:
    threading.Thread(target=converse, args=listener.accept()[:1], daemon=True).start()
