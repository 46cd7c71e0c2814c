"""Compares the cohort command with merely parsing, with DuckDB and with pandas, on the same results.

    python3 bench/cohort/compare.py 1000000

makes up so many results in a temporary folder (2.7 GB for a million), runs every candidate three
times, checks that all give the same figures, prints a table of medians, and deletes the folder.
It needs GNU time; DuckDB and pandas take part where this Python has them
(`pip install duckdb pandas`).
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
INSTRUMENT = ROOT / "content/leadership-relationships.json"
PARSING, OURS = "serde_json, parsing alone", "cohort"
FIGURES = ["items", "scored", "mean", "sd", "complete", "alpha", "sem"]


def build():
    """Builds the examples for speed; the folder that they are in."""
    command = ["cargo", "build", "--quiet", "--profile", "cohort", "--no-default-features"]
    examples = ["cohort", "sample", "value_parse"]
    subprocess.run(command + [f"--example={name}" for name in examples], cwd=ROOT, check=True)
    target = os.environ.get("CARGO_TARGET_DIR", ROOT / "target")
    return Path(target) / "cohort" / "examples"


def measured(command, output):
    """Wall seconds, CPU seconds and peak memory in MB of one run. GNU time asks for the latter two:
    a child of Python would count the memory that Python itself has."""
    asked = f"{output}.usage"
    with open(output, "wb") as file:
        before = time.perf_counter()
        run = ["/usr/bin/time", "-f", "%U %S %M", "-o", asked] + [str(part) for part in command]
        subprocess.run(run, stdout=file, check=True)
        wall = time.perf_counter() - before
    with open(asked, encoding="utf-8") as file:
        user, system, memory = map(float, file.read().split())
    return wall, user + system, memory * 1024 / 1e6


def ours(report):
    """The cohort command's figures in the shape of the others'."""
    rows = {}
    for form in report["forms"]:
        for kind in ["scale", "facet"]:
            for row in form[kind + "s"]:
                rows[form["form"], kind, row["id"]] = row | {"sem": row["error"]}
    return rows


def differences(expected, rows):
    """Where the others' rows differ from ours by more than rounding."""
    found = {(row["form"], row["kind"], row["id"]): row for row in rows}
    if found.keys() != expected.keys():
        return [f"other rows: {sorted(found.keys() ^ expected.keys())}"]
    wrong = []
    for key, row in expected.items():
        for name in FIGURES:
            left, right = row[name], found[key][name]
            same = left == right if None in (left, right) else abs(left - right) <= 1e-9 * max(1, abs(left))
            if not same:
                wrong.append(f"{key} {name}: {left}, not {right}")
    return wrong


def candidates(binaries, identity, results):
    """Name and command of each."""
    instrument = str(INSTRUMENT)
    yield PARSING, [binaries / "value_parse", results]
    yield OURS, [binaries / "cohort", "--json", "--ndjson", results]
    if importlib.util.find_spec("duckdb"):
        script = [sys.executable, HERE / "with_duckdb.py", ROOT / "docs/cohort.sql"]
        yield "DuckDB", script + [instrument, identity, results]
    if importlib.util.find_spec("pandas"):
        script = [sys.executable, HERE / "with_pandas.py"]
        yield "pandas", script + [instrument, identity, results]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, help="how many results")
    parser.add_argument("--runs", type=int, default=3)
    wish = parser.parse_args()
    binaries = build()
    with tempfile.TemporaryDirectory(prefix="cohort-") as folder:
        results = os.path.join(folder, "results.ndjson")
        with open(results, "wb") as file:
            subprocess.run([binaries / "sample", str(wish.count)], stdout=file, check=True)
        with open(results, encoding="utf-8") as file:
            identity = json.loads(file.readline())["instrument"]["hash"]
        size = os.path.getsize(results) / 1e6
        print(f"{wish.count} results, {size:.0f} MB; median of {wish.runs} runs, taken in turn\n")
        commands = dict(candidates(binaries, identity, results))
        runs = {name: [] for name in commands}
        # In turn, so that whatever else the machine does meets all of them.
        for _ in range(wish.runs):
            for name, command in commands.items():
                runs[name].append(measured(command, os.path.join(folder, f"{name}.json")))
        print("| | seconds | × parsing | CPU seconds | peak memory, MB |\n|---|---|---|---|---|")
        medians = {name: [statistics.median(each) for each in zip(*runs[name])] for name in runs}
        parsing = medians[PARSING][0]
        for name, (wall, cpu, memory) in medians.items():
            print(f"| {name} | {wall:.2f} | {wall / parsing:.2f} | {cpu:.2f} | {memory:.1f} |")
        found = {}
        for name in commands:
            with open(os.path.join(folder, f"{name}.json"), encoding="utf-8") as file:
                found[name] = json.load(file)
        expected = ours(found[OURS])
        wrong = []
        others = commands.keys() - {PARSING, OURS}
        for name in others:
            wrong += [f"{name}: {line}" for line in differences(expected, found[name])]
        same = "All give the same figures, to nine digits."
        alone = "Neither DuckDB nor pandas is here to compare figures with."
        print("\n" + ("\n".join(wrong) or (same if others else alone)))
        sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
