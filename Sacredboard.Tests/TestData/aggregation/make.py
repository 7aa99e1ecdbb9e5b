"""Writes vectors.json: groups of curves and what NumPy makes of them, by the plainest code there is.

    python make.py        (NumPy 2; the results were made with 2.4.6)

Student's t comes from numerical integration of its density, so that it shares nothing with the sums that the program uses; the degrees of
freedom 1, 2, 10 and 30 were compared with printed tables.
"""
import json
import math
from pathlib import Path

import numpy as np

MIDS = ("mean", "median")
BANDS = ("std", "sem", "ci", "range", "quartiles")
MISSING = ("last", "all")
NODES, WEIGHTS = np.polynomial.legendre.leggauss(200)


def inside(t, degrees):
    """The probability between -t and t."""
    scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)) / math.sqrt(degrees * math.pi)
    x = t / 2 * (NODES + 1)
    return t * np.sum(WEIGHTS * scale * (1 + x * x / degrees) ** (-(degrees + 1) / 2))


def student_t(degrees):
    low, high = 0.0, 20.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if inside(middle, degrees) < 0.95 else (low, middle)
    return high


for degrees, printed in ((1, 12.7062047361747), (2, 4.30265272974946), (10, 2.22813885198627), (30, 2.04227245630124)):
    assert abs(student_t(degrees) - printed) < 1e-11, (degrees, student_t(degrees))


def values_at(curves, x, missing):
    values = []
    for xs, ys in curves:
        before = np.flatnonzero(xs <= x)
        if missing == "all" and not np.any(xs == x):
            return []
        if len(before) and x <= xs[-1]:
            values.append(ys[before[-1]])
    return values


def band(values, mid, kind):
    if kind == "range":
        return np.min(values), np.max(values)
    if kind == "quartiles":
        return np.percentile(values, 25), np.percentile(values, 75)
    if len(values) == 1:
        return mid, mid
    width = np.std(values, ddof=1)
    if kind != "std":
        width /= math.sqrt(len(values))
    if kind == "ci":
        width *= student_t(len(values) - 1)
    return np.mean(values) - width, np.mean(values) + width


def aggregate(curves, missing):
    steps = sorted({x for xs, _ in curves for x in xs})
    at = [(x, values) for x in steps if (values := values_at(curves, x, missing))]
    result = {"x": [x for x, _ in at], "n": [len(values) for _, values in at]}
    for mid in MIDS:
        mids = [float(getattr(np, mid)(values)) for _, values in at]
        result[mid] = {"mid": mids}
        for kind in BANDS:
            edges = [band(values, value, kind) for (_, values), value in zip(at, mids)]
            result[mid][kind] = {"low": [float(low) for low, _ in edges], "high": [float(high) for _, high in edges]}
    return result


def groups():
    random = np.random.default_rng(11)

    def noise(xs):
        return xs, random.normal(size=len(xs))

    yield "same steps", [noise(np.arange(12.0) * 100) for _ in range(5)]
    yield "uneven", [noise(np.unique(random.integers(0, 40, size=15)).astype(float)) for _ in range(6)]
    yield "unequal length", [noise(np.arange(float(n))) for n in (3, 9, 14, 14, 1)]
    yield "twenty", [noise(np.arange(0, 24.0, step)) for step in [1, 2, 3, 4] * 5]
    yield "forty", [noise(np.arange(i % 7, 60.0, 1 + i % 13)) for i in range(40)]
    yield "repeated steps", [
        (np.array([0.0, 1, 1, 2, 4]), np.array([5.0, 6, 7, 8, 9])),
        (np.array([1.0, 1, 1, 3, 4]), np.array([1.0, 2, 3, 4, 5])),
    ]
    yield "outliers", [(np.arange(8.0), np.where(random.random(8) < 0.2, 1e9, random.random(8))) for _ in range(9)]
    yield "apart", [(np.array([0.0, 1]), np.array([1.0, 2])), (np.array([5.0, 6]), np.array([3.0, 4]))]
    yield "one", [(np.array([2.0, 3, 7]), np.array([1.0, -2, 3]))]


def cases():
    for name, curves in groups():
        yield {
            "name": name,
            "curves": [{"x": xs.tolist(), "y": ys.tolist()} for xs, ys in curves],
            **{missing: aggregate(curves, missing) for missing in MISSING},
        }


path = Path(__file__).with_name("vectors.json")
lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases())
path.write_text(f"[\n{lines}\n]\n")
