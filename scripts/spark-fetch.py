#!/usr/bin/env python3
"""Fetch the pictures of records with Spark, by img-fetch.

    spark-submit scripts/spark-fetch.py RECORDS FOLDER [--partitions N] [-- OPTION OF img-fetch…]

RECORDS are newline-delimited JSON, also compressed, or Parquet. FOLDER is one that all workers share;
it gets

    images/     the pictures, and the journal of img-fetch
    fetched/    the records with the member image, as lines
    records/    the same as Parquet
    shards/     records and pictures, packed by img-pack
    rejects/    lines that are no records, if any; those of a task that was tried again may be twice

The records of a host are in one partition, so that its limits hold; those of hosts that are divided
by URL, as iNaturalist's open data, are spread. A task that fails is tried again by Spark: what it
had fetched is in the journal and is not asked for again. The same line, typed again, goes on too.

It ends as img-fetch does: with 1 where pictures failed for good, 75 where another run may help, 65 where
lines were no records, 66 where there are no RECORDS; and with 69 where Spark gave up.
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import traceback
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, struct, to_json

BY_URL = {"inaturalist-open-data.s3.amazonaws.com"}
# Records that failed, and lines that are none, do not make a task fail. The one shard of all shares
# the limits of hosts with whatever else works in the folder: a killed task's process may still.
FETCH = """
rejects=$0/rejects/$(uname -n)-$$.txt
img-fetch --quiet --shard 1/1 --rejects "$rejects" -C "$0" -d images "$@" ||
  case $? in 1 | 65 | 75) ;; *) exit $? ;; esac
[ -s "$rejects" ] || rm -f "$rejects"
"""


def main():
    options = parsed()
    spark = (SparkSession.builder.appName("img-fetch")
             # Two attempts at a time would fetch twice, and lines with names that differ in case are two.
             .config("spark.speculation", "false").config("spark.sql.caseSensitive", "true")
             .config("spark.sql.catalogImplementation", "in-memory")
             .getOrCreate())
    folder = options.folder.resolve()
    shutil.rmtree(folder / "rejects", ignore_errors=True)
    (folder / "rejects").mkdir(parents=True)
    fetch(spark, options, folder)
    records = spark.read.json(f"{folder}/fetched")
    # Of no records there is no table.
    if records.columns:
        records.write.mode("overwrite").parquet(f"{folder}/records")
        pack(spark, folder)
    status = worst(records, folder)
    spark.stop()
    sys.exit(status)


def parsed():
    words = sys.argv[1:]
    own = words[:words.index("--")] if "--" in words else words
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", help="newline-delimited JSON or Parquet")
    parser.add_argument("folder", type=Path, help="shared by all workers")
    parser.add_argument("--partitions", type=int, metavar="N", help="tasks in all (as many as run at once)")
    options = parser.parse_args(own)
    options.fetch = words[len(own) + 1:]
    return options


def fetch(spark, options, folder):
    """Writes the lines of img-fetch to fetched/, a file a partition."""
    partitions = options.partitions or spark.sparkContext.defaultParallelism
    command = shlex.join(["sh", "-c", FETCH, str(folder), *options.fetch])
    lines = (read(spark, options.records).keyBy(share).partitionBy(partitions, lambda key: crc32(key.encode(errors="surrogatepass")))
             .values().pipe(command, env=dict(os.environ), checkCode=True))
    spark.createDataFrame(lines.map(lambda line: (line,)), "value string").write.mode("overwrite").text(
        f"{folder}/fetched")


def read(spark, path):
    """The records as lines."""
    is_parquet = path.rstrip("/").endswith(".parquet") or any(Path(path).glob("*.parquet"))
    try:
        lines = spark.read.parquet(path).select(to_json(struct("*"))) if is_parquet else spark.read.text(path)
    except AnalysisException as error:
        print(f"spark-fetch: {path}: {str(error).splitlines()[0]}", file=sys.stderr)
        sys.exit(66)
    return lines.rdd.map(lambda row: row[0])


def share(line):
    """What a record shares with those that one process has to fetch: the host of its picture."""
    try:
        media = json.loads(line).get("media") or {}
        url = media.get("accessURI") or media["identifier"]
        host = urlsplit(url).hostname if isinstance(url, str) else None
    except (ValueError, AttributeError, KeyError, RecursionError):
        return line
    if not isinstance(url, str):
        return line
    return url if host is None or host in BY_URL else host


def pack(spark, folder):
    """Packs each file of fetched/ into shards of its own, in place of those of an earlier run."""
    for old in (folder / "shards").glob("[0-9]*-*"):
        old.unlink()
    files = sorted(str(path) for path in (folder / "fetched").glob("part-*"))
    numbered = spark.sparkContext.parallelize(list(enumerate(files)), max(len(files), 1))
    numbered.foreach(lambda item: pack_file(folder, *item))


def pack_file(folder, number, file):
    done = subprocess.run(["img-pack", "--quiet", "-C", folder, "-o", f"{folder}/shards/{number:05}-%06d.tar", file],
                          check=False)
    # A picture that went away meanwhile is no reason to stop.
    if done.returncode not in (0, 1):
        done.check_returncode()


def worst(records, folder):
    """The exit status of all, as the tools have it."""
    # What a killed task left unfinished has another name, and was read again.
    if any(path.stat().st_size for path in (folder / "rejects").glob("*.txt")):
        return 65
    if "image" not in records.columns:
        return 0
    failed = records.filter(col("image.status") == "failed")
    if "retry" in records.schema["image"].dataType.names and not failed.filter("image.retry").isEmpty():
        return 75
    return 0 if failed.isEmpty() else 1


if __name__ == "__main__":
    try:
        main()
    except Exception:
        traceback.print_exc()
        sys.exit(69)
