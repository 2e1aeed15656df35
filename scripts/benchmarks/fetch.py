"""img-fetch, from a server on loopback."""

from benchmarks.inputs import TOOLS, installed
from benchmarks.nginx import ECHO
from benchmarks.pictures import OUT, for_curl, listed, of_size, url
from benchmarks.rows import Bar, Lines, row
from benchmarks.timing import Usage, timed

FETCH = f"{TOOLS}/img-fetch -q --allow-private --rate none"
FRESH = f"rm -rf {OUT};"


def fetch(urls, in_flight=64):
    return f"{FETCH} --concurrency {in_flight} --per-host {in_flight} -d {OUT} {urls}"


def curl(config):
    return f"curl -sS --create-dirs --parallel --parallel-max 64 -K {config}"


def photographs(count):
    """The URLs of so many pictures of about 150 kB."""
    of_size("large", [85_000 + number * 7919 % 130_000 for number in range(1, count + 1)])
    return [url(f"large/{number}.jpg") for number in range(1, count + 1)]


def small(count, below="small", host=lambda number: "127.0.0.1"):
    """So many URLs of pictures of 10 kB, a thousand of them under many names."""
    of_size("small", [10_000] * 1000)
    return [url(f"{below}/{number % 1000 + 1}.jpg?{number}", host(number))
            for number in range(count)]


@row("fetch-curl", needs="nginx", bar=Bar.times(1.3))
def against_curl(_):
    """img-fetch, 4,000 pictures of 150 kB, 64 at once, and curl --parallel"""
    urls = photographs(4000)
    return (f"{FRESH} {fetch(listed('photographs', urls))}",
            f"{FRESH} {curl(for_curl('photographs', urls))}")


@row("fetch-python", needs="nginx", bar=Bar.as_fast(15), runs=2)
def against_python(_):
    """img-fetch, 4,000 pictures of 150 kB, and img2dataset without resizing, two processes"""
    urls = listed("photographs", photographs(4000))
    tool = installed("img2dataset")
    return (f"{FRESH} {fetch(urls)}",
            f"{FRESH} NO_ALBUMENTATIONS_UPDATE=1 {tool} --url_list {urls} --input_format txt"
            f" --output_folder {OUT} --output_format files --resize_mode no --processes_count 2"
            f" --thread_count 64 --number_sample_per_shard 2000 --enable_wandb False > /dev/null")


@row("fetch-addresses", needs="nginx", bar=Bar.times(1.5))
def addresses(_):
    """img-fetch, 10,000 pictures of 10 kB from as many addresses, and curl --parallel"""
    urls = small(10_000, host=lambda number: f"127.1.{number // 200}.{number % 200 + 1}")
    return (f"{FRESH} {fetch(listed('addresses', urls))}",
            f"{FRESH} {curl(for_curl('addresses', urls))}")


@row("fetch-again", kind=Lines, needs="nginx")
def again(_, runs):
    """img-fetch again over 100,000 pictures that are there: less than 2 s"""
    command = fetch(listed("again", small(100_000)))
    timed(f"{FRESH} {command}")
    usage = Usage.of([timed(command) for _ in range(runs)])
    yield f"{usage.seconds:8.3f} s {usage.memory:6.0f} MB, at most 2 s"


@row("fetch-slow", kind=Lines, needs=str(ECHO))
def slow(_, runs):
    """img-fetch, a server that answers after 100 ms: how much of 10 answers a second and request"""
    for in_flight in (64, 512):
        count = in_flight * 100
        command = f"{FRESH} {fetch(listed('slow', small(count, 'slow/small')), in_flight)}"
        usage = Usage.of([timed(command) for _ in range(min(runs, 3))])
        share = count / usage.seconds / (in_flight * 10)
        yield (f"{in_flight:4} at once {count / usage.seconds:7.0f} answers a second,"
               f" {share:.0%} of what there can be, at least 90%; {usage.memory:.0f} MB")


@row("fetch-million", kind=Lines, needs="nginx")
def million(_, _runs):
    """img-fetch, a million URLs, of which nine in ten lead nowhere: 48 MB and 24 bytes each"""
    urls = (url(f"small/{number % 1000 + 1 if number % 10 == 0 else 0}.jpg?{number}")
            for number in range(1_000_000))
    of_size("small", [10_000] * 1000)
    file = listed("million", urls)
    for about in ("the first time", "again"):
        usage = timed(f"{FRESH if about != 'again' else ''} {fetch(file)}")
        yield (f"{usage.memory:6.0f} MB {about}, at most {48 + 24:.0f} MB;"
               f" {usage.seconds:.1f} s")
