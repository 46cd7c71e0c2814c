"""Runs docs/cohort.sql over results, and prints its figures as JSON.

    with_duckdb.py SQL INSTRUMENT HASH RESULTS
"""

import json
import sys

import duckdb


def figures(sql, instrument, identity, results):
    """One dictionary per form and set, unrounded."""
    connection = duckdb.connect()
    for name, value in [("instrument", instrument), ("hash", identity), ("results", results)]:
        connection.execute(f"SET VARIABLE {name} = $1", [value])
    with open(sql, encoding="utf-8") as file:
        connection.execute(file.read())
    # The file ends with rounded ones.
    connection.execute("SELECT * EXCLUDE (place) FROM figures ORDER BY form, kind DESC, place")
    names = [column[0] for column in connection.description]
    return [dict(zip(names, row)) for row in connection.fetchall()]


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    json.dump(figures(*sys.argv[1:]), sys.stdout)
