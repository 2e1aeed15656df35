"""The stream of records, for filters in Python: what gbifxdl-filters(7) asks of one.

    with Stream() as stream:
        for record in stream.records():
            if record is not None:      # None: no more is there just now
                stream.write(record.having(my_length=written(len(record.text))))
"""

import json
import os
import re
import select
import signal
import stat
import sys
import traceback

LONGEST_LINE = 64 << 20
IDLE = 0.1      # seconds without input after which nothing should wait for more
TOLD = 10       # failures that are told one by one
BLANKS = re.compile(r"[ \t\r\n]*")


class Failed(Exception):
    """Why a picture fails: a word for `image.error`, and more words."""


class Stopped(Exception):
    """Why the run ends before its time: an exit status, and a message."""


class Record:
    """An object of JSON as it is written, so that whatever is not replaced stays as it is, byte for byte."""

    def __init__(self, text):
        self.text, self.values, self.places = text, {}, {}
        for name, value, place in members(text):
            if name not in self.values:     # of two equal names the first counts
                self.values[name], self.places[name] = value, place

    @property
    def image(self):
        """What `image` tells, if there is a picture."""
        image = self.values.get("image")
        return image if isinstance(image, dict) and image.get("status") == "ok" else None

    def part(self, name):
        """The text of a member's value."""
        return self.text[slice(*self.places[name])]

    def having(self, **texts):
        """The text with these members: where they are already, otherwise at the end."""
        text = self.text
        for name in sorted(texts.keys() & self.places.keys(), key=self.places.get, reverse=True):
            start, end = self.places[name]
            text = text[:start] + texts[name] + text[end:]
        added = [f'"{name}":{value}' for name, value in texts.items() if name not in self.places]
        end = text.rindex("}")
        return text[:end] + ("," if self.values and added else "") + ",".join(added) + text[end:]


def members(text):
    """Name, value and place of each member of an object; ValueError: the text is something else."""
    decode = json.JSONDecoder(parse_constant=refuse).raw_decode
    sign, at = step(text, 0, "{")
    if text[at:at + 1] == "}":
        sign, at = step(text, at, "}")
    while sign != "}":
        step(text, at, '"')
        name, at = decode(text, at)
        _, start = step(text, at, ":")
        value, end = decode(text, start)
        yield name, value, (start, end)
        sign, at = step(text, end, ",}")
    if at < len(text):
        raise ValueError("nothing may follow the record's closing brace")


def refuse(word):
    raise ValueError(f"{word} is no value")


def step(text, at, signs):
    """Which of the signs stands there, behind blanks, and where what follows it begins."""
    at = BLANKS.match(text, at).end()
    if at == len(text) or text[at] not in signs:
        raise ValueError(f"{' or '.join(map(repr, signs))} is expected at character {at + 1}")
    return text[at], BLANKS.match(text, at + 1).end()


def written(value):
    """A value as it is written in a record."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Stream:
    """Records from the standard input to the standard output, and what is told of them."""

    def __init__(self, quiet=False):
        self.quiet, self.bad, self.failed, self.interruption = quiet, 0, 0, None
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.interrupt)
        try:
            self.output = os.dup(1)
            # What a library prints must not come among the records.
            os.dup2(2, 1)
            sys.stdout.reconfigure(line_buffering=True)     # in its place among the messages
        except OSError as error:
            self.end(74, f"standard output: {error.strerror}")

    def interrupt(self, number, _frame):
        """Notes the first INT or TERM; the second ends the process at once."""
        self.interruption = number
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)

    def records(self):
        """The records, and None whenever no more of them is there; bad lines are told and passed over."""
        number = 0
        for line in self.lines():
            number += line is not None
            record = self.record(line, number) if line and line.strip() else None
            if record or line is None:
                yield record

    def record(self, line, number):
        """The record of a line, if it is one."""
        try:
            return Record(decoded(line, number))
        except (ValueError, RecursionError) as error:
            self.bad += 1
            self.tell(f"standard input:{number}: {error}")
            return None

    def lines(self):
        """The lines, and None where the input idles.

        After an interruption a pipe is read to its end, so that nothing is lost on the way; a file is not.
        """
        held = bytearray()
        for chunk in self.chunks():
            if chunk is None:
                yield None
                continue
            first, *others = chunk.split(b"\n")
            held += first if len(held) <= LONGEST_LINE else b""     # what is too long is read, but not kept
            for other in others:
                yield held
                held = bytearray(other)
        if not self.is_cut_short:
            yield held

    def chunks(self):
        """What is read at once, and None where nothing is there."""
        try:
            while not self.is_cut_short:
                if not select.select([0], [], [], IDLE)[0]:
                    yield None
                    select.select([0], [], [])
                chunk = os.read(0, 1 << 16)
                if not chunk:
                    return
                yield chunk
        except OSError as error:
            raise Stopped(74, f"standard input: {error.strerror}") from error

    @property
    def is_cut_short(self):
        return self.interruption and stat.S_ISREG(os.fstat(0).st_mode)

    def write(self, text):
        """Writes a line, at once and whole; ends the process as any writer where nobody reads."""
        # What has no UTF-8 came from an escape, and becomes one again.
        rest = (text + "\n").encode("utf-8", "backslashreplace")
        try:
            while rest:
                rest = rest[os.write(self.output, rest):]
        except BrokenPipeError:
            die(signal.SIGPIPE)
        except OSError as error:
            raise Stopped(74, f"standard output: {error.strerror}") from error

    def fail(self, record, failure):
        """Tells why a picture fails; gives the line: what `image` says of the file stays."""
        error, message = failure.args
        image = Record(record.part("image"))
        self.failed += 1
        if self.failed <= TOLD:
            self.tell(f"{image.values.get('path')}: {message}")
        return record.having(image=image.having(
            status=written("failed"), error=written(error), message=written(message), retry="false"))

    def say(self, message):
        """Tells what is no error."""
        if not self.quiet:
            self.tell(message)

    def tell(self, message):
        """Tells something on one line, with nothing in it that a terminal would obey."""
        shown = "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in message)
        print(f"{os.path.basename(sys.argv[0])}: {shown}", file=sys.stderr, flush=True)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        """Ends the process, with the status that tells how it went."""
        if isinstance(error, Stopped):
            self.end(*error.args)
        if isinstance(error, Exception):
            traceback.print_exception(kind, error, trace)
            self.end(69, repr(error))
        if error is None:
            if self.interruption:
                die(self.interruption)
            sys.exit(65 if self.bad else 1 if self.failed else 0)

    def end(self, status, message):
        """Tells an error that ends the process."""
        self.tell(message)
        sys.exit(status)


def decoded(line, number):
    """The text of a line; ValueError where it can be no record's."""
    if len(line) > LONGEST_LINE:
        raise ValueError("the line is too long")
    return line.decode().lstrip("\ufeff" if number == 1 else "").rstrip("\r")


def die(number):
    """Ends the process as the signal does."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
