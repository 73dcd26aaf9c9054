"""The summary of many plans, counted on Apache Spark: the same bytes as `ehcp-qa summarise` in one process."""

import argparse
import json
import shlex
import subprocess
import sys
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql.functions import coalesce, lit, try_validate_utf8

# Exit code 2 means that records could not be used. The part counts them, so it is used like any other.
# All else fails the task, and Spark tries it again.
UNLESS_FAILED = '"$0" "$@" || [ $? -eq 2 ]'

# What a line that is not UTF-8 becomes: no record either, and so counted as one that could not be used.
NO_RECORD = "not UTF-8"


def main():
    arguments = read_arguments()
    ehcp_qa = [arguments.ehcp_qa]
    if arguments.framework:
        ehcp_qa += ["--framework", arguments.framework]
    # Nothing is merged first: hours of counting should not end at a mistyped option.
    merge(ehcp_qa, [], arguments.options)
    with SparkSession.builder.appName("ehcp-qa summarise").getOrCreate() as spark:
        parts = count(spark, ehcp_qa, arguments.input, arguments.partitions)
    arguments.output.write_bytes(merge(ehcp_qa, parts, arguments.options))
    not_read = sum(json.loads(part)["not_read"] for part in parts)
    if not_read:
        print(f"{not_read} records could not be used.", file=sys.stderr)
        sys.exit(2)


def count(spark, ehcp_qa, path, partitions=None):
    """The part of each partition, as `summarise --partial` prints it."""
    # Spark would also end a line at a carriage return, which is white space inside a record.
    lines = spark.read.text(path, lineSep="\n")
    lines = lines.select(coalesce(try_validate_utf8("value"), lit(NO_RECORD)))
    if partitions:
        lines = lines.repartition(partitions)
    rows = lines.rdd
    # Spark runs a task on each core, so a process needs no more than one thread.
    summarise = [*ehcp_qa, "summarise", "--ndjson", "--partial", "--threads", "1", "-"]
    command = shlex.join(["/bin/sh", "-c", UNLESS_FAILED, *summarise])
    parts = rows.map(lambda row: row[0]).pipe(command, checkCode=True).collect()
    # Exit code 2 may also come without a part, where the framework cannot be used.
    if len(parts) != rows.getNumPartitions():
        sys.exit(f"{rows.getNumPartitions()} partitions were counted, and {len(parts)} parts came of them.")
    return parts


def merge(ehcp_qa, parts, options):
    """What `merge` prints of the parts. Where it cannot use one it leaves it out, and that is not accepted here."""
    command = [*ehcp_qa, "merge", "--ndjson", "-", *options]
    merged = subprocess.run(command, input="\n".join(parts).encode(), stdout=subprocess.PIPE)
    if merged.returncode != 0:
        sys.exit(merged.returncode)
    return merged.stdout


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--ehcp-qa", default="ehcp-qa", metavar="PATH", help="the program, there on every machine")
    parser.add_argument("--framework", metavar="FILE", help="another framework, on every machine")
    parser.add_argument("--partitions", type=int, metavar="N", help="how many parts [as Spark splits the input]")
    parser.add_argument("input", metavar="INPUT", help="NDJSON: a file, a folder, a pattern or an address")
    parser.add_argument("output", metavar="OUTPUT", type=Path, help="the file to write, on the machine of the driver")
    parser.add_argument("options", nargs=argparse.REMAINDER, metavar="...", help="options of `ehcp-qa merge`")
    arguments = parser.parse_args()
    if not arguments.output.parent.is_dir():
        parser.error("the folder of OUTPUT does not exist")
    return arguments


if __name__ == "__main__":
    main()
