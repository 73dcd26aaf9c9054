"""Counts made-up records on Spark and in one process, and compares the bytes."""

import json
import os
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

from pyspark.sql import SparkSession

import summarise

FOLDER = Path(__file__).parent
# Spark's log would hide the results of the tests, because some of them make it fail.
QUIET = ["--conf", "spark.log.level=OFF"]
SUBMIT = ["--properties-file", str(FOLDER / "local.conf"), "--master", "local[2]", *QUIET]

REPORTS = [
    ["--partial"],
    ["--format", "html", "--title", "Autumn 2023"],
    ["--format", "csv", "--hidden-below", "none"],
]

BROKEN = b'{"review":\n'
NOT_UTF8 = b'{"review": {"framework": "shropshire-2023", "plan": {"reference": "\xff"}}}\n'
# One record, although Spark would by default take it for two lines.
CARRIAGE_RETURN = b'{"review":\r{"framework": "shropshire-2023"}}\n'

# A stand-in for the program, which keeps what each process is given. It starts without variables.
KEEPING = """#!/bin/sh
given=$(mktemp {folder}/XXXXXX)
cat > "$given"
exec {ehcp_qa} "$@" < "$given"
"""


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ehcp_qa = build()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        # Spark would ask for the address of this machine's name, which not every machine knows.
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        os.environ["PYSPARK_SUBMIT_ARGS"] = shlex.join([*SUBMIT, "pyspark-shell"])
        cls.spark = SparkSession.builder.getOrCreate()
        cls.addClassCleanup(cls.spark.stop)

    def test_any_number_of_partitions_comes_to_the_same_bytes(self):
        broken = [BROKEN, CARRIAGE_RETURN, NOT_UTF8]
        records = self.write("records.ndjson", self.synth(1500), *broken, self.synth(1500, skip=1500))
        expected = [self.in_one_process(records, options, code=2) for options in REPORTS]
        self.assertEqual(json.loads(expected[0])["all"]["plans"], 3001)
        self.assertEqual(json.loads(expected[0])["not_read"], 2)
        lines = sorted(records.read_bytes().replace(NOT_UTF8, b"not UTF-8\n").splitlines(keepends=True))
        for partitions in 1, 3, 7:
            with self.subTest(partitions=partitions):
                parts, given = self.count_keeping(records, partitions)
                self.assertEqual(len(parts), partitions)
                self.assertEqual(len(given), partitions)
                # Each process had its share, and each line went to one of them.
                for share in given:
                    self.assertGreater(share.count(b"\n"), 3003 // partitions - 10)
                self.assertEqual(sorted(b"".join(given).splitlines(keepends=True)), lines)
                for options, one in zip(REPORTS, expected, strict=True):
                    self.assertEqual(summarise.merge([self.ehcp_qa], parts, options), one, options)

    def test_a_partition_without_records_counts_none(self):
        records = self.write("few.ndjson", self.synth(2))
        parts, given = self.count_keeping(records, 3)
        self.assertIn(b"", given)
        self.assertEqual(len(parts), 3)
        merged = summarise.merge([self.ehcp_qa], parts, ["--partial"])
        self.assertEqual(merged, self.in_one_process(records, ["--partial"]))

    def test_a_process_that_fails_is_not_passed_over(self):
        records = self.write("few.ndjson", self.synth(2))
        for script in "exit 1", "kill -9 $$":
            program = self.program("failing", f"#!/bin/sh\ncat > /dev/null\n{script}\n")
            with self.subTest(script), self.assertRaisesRegex(Exception, "exited with error code 1"):
                summarise.count(self.spark, [program], str(records), 2)

    def test_a_part_that_is_missing_or_broken_is_not_passed_over(self):
        records = self.write("few.ndjson", self.synth(2))
        program = self.program("silent", "#!/bin/sh\ncat > /dev/null\nexit 2\n")
        with self.assertRaisesRegex(SystemExit, "2 partitions were counted, and 0 parts came of them"):
            summarise.count(self.spark, [program], str(records), 2)
        with self.assertRaises(SystemExit) as ended:
            summarise.merge([self.ehcp_qa], ['{"framework":'], ["--partial"])
        self.assertEqual(ended.exception.code, 2)

    def test_as_it_is_submitted_under_another_framework(self):
        framework = self.run_program(["framework", "--format", "json"]).replace(b"shropshire-2023", b"our-own")
        framework = self.write("our-own.json", framework)
        plans = self.folder / "plans"
        plans.mkdir()
        self.write("plans/a.ndjson", self.synth(30).replace(b"shropshire-2023", b"our-own"), BROKEN)
        self.write("plans/b.ndjson", self.synth(30, skip=30).replace(b"shropshire-2023", b"our-own"))
        output = self.folder / "report.html"
        options = ["--format", "html", "--hidden-below", "5"]
        own = ["--framework", str(framework)]
        submitted = self.submit(["--ehcp-qa", self.ehcp_qa, *own, str(plans), str(output), *options])
        self.assertEqual(submitted.returncode, 2, submitted.stdout)
        self.assertIn("1 records could not be used.", submitted.stdout)
        self.assertEqual(output.read_bytes(), self.in_one_process(plans, [*own, *options], code=2))

    def test_a_mistyped_option_is_reported_before_anything_is_counted(self):
        output = self.folder / "mistyped.csv"
        submitted = self.submit(["--ehcp-qa", self.ehcp_qa, "no such folder", str(output), "--format", "cvs"])
        self.assertEqual(submitted.returncode, 3, submitted.stdout)
        self.assertIn("invalid value 'cvs'", submitted.stdout)
        self.assertFalse(output.exists())

    def count_keeping(self, records, partitions):
        """The parts, and what each process was given."""
        kept = Path(tempfile.mkdtemp(dir=self.folder))
        program = self.program("keeping", KEEPING.format(folder=kept, ehcp_qa=self.ehcp_qa))
        parts = summarise.count(self.spark, [program], str(records), partitions)
        return parts, [file.read_bytes() for file in kept.iterdir()]

    def in_one_process(self, records, options, code=0):
        return self.run_program(["summarise", str(records), *options], code)

    def synth(self, count, skip=0):
        return self.run_program(["synth", "--count", str(count), "--skip", str(skip)])

    def run_program(self, arguments, code=0):
        ran = subprocess.run([self.ehcp_qa, *arguments], capture_output=True)
        self.assertEqual(ran.returncode, code, ran.stderr)
        return ran.stdout

    def submit(self, arguments):
        command = ["spark-submit", *SUBMIT, FOLDER / "summarise.py", *arguments]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def write(self, name, *pieces):
        file = self.folder / name
        file.write_bytes(b"".join(pieces))
        return file

    def program(self, name, script):
        file = self.write(name, script.encode())
        file.chmod(0o755)
        return str(file)


def build():
    """Builds the program, and returns where it is."""
    command = ["cargo", "build", "--package", "ehcp-qa-cli", "--message-format=json-render-diagnostics"]
    built = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    messages = map(json.loads, built.stdout.splitlines())
    return next(message["executable"] for message in messages if message.get("executable"))


if __name__ == "__main__":
    # PySpark leaves it to the end of the process to close its sockets.
    unittest.main(verbosity=2, warnings="ignore")
