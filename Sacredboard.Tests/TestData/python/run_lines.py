"""Runs the lines of Python that a page offers: one JSON object {"kind", "lines"} for each line of standard input, one answer for each.

The lines run as they are. Where there is no pandas, a few lines of the standard library stand in for it: they read the same address.
"""

import csv
import datetime
import io
import json
import sys
import types
import urllib.request

import bson


def plain(id):
    """An id as the tests write it."""
    if isinstance(id, bson.ObjectId):
        return {"$oid": str(id)}
    if isinstance(id, bson.Binary):
        return {"$uuid": str(id.as_uuid())}
    return id


def of_pymongo(lines):
    found = []
    names = {"print": lambda id, *rest: found.append(plain(id))}
    exec(compile(lines, "pymongo", "exec"), names)
    names["client"].close()
    return {"ids": found}


def of_pandas(lines):
    names = {}
    exec(compile(lines, "pandas", "exec"), names)
    runs = names["runs"]
    ids = [str(id) for id in runs["Id"]]
    # What was asked to be read as times has become times, or is missing.
    times = [name for name in ("Started", "Stopped", "Heartbeat") if name in runs.columns]
    texts = [name for name in times if any(isinstance(value, str) for value in runs[name])]
    return {"ids": ids, "columns": list(runs.columns), "texts": texts}


class Table(dict):
    columns = property(lambda self: list(self.keys()))


def read_csv(address, parse_dates=()):
    with urllib.request.urlopen(address) as answer:
        head, *rows = csv.reader(io.TextIOWrapper(answer, "utf-8", newline=""), strict=True)
    table = Table((name, [row[i] for row in rows]) for i, name in enumerate(head))
    for name in parse_dates:
        table[name] = [datetime.datetime.fromisoformat(text) if text else None for text in table[name]]
    return table


try:
    import pandas  # noqa: F401
except ImportError:
    sys.modules["pandas"] = types.SimpleNamespace(read_csv=read_csv)

for line in sys.stdin:
    job = json.loads(line)
    try:
        answer = {"pymongo": of_pymongo, "pandas": of_pandas}[job["kind"]](job["lines"])
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
