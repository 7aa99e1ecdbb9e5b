"""Makes tests.json: groups of numbers, and what NumPy and plain Python compute of them. Needs NumPy only.

Student's t is integrated by Gauss-Legendre quadrature (error below 1e-13), Mann-Whitney's exact p counted over all ways to divide the
numbers, and the bootstrap drawn with the same SplitMix64 as Sacredboard, so that the same resamples are compared.
"""
import itertools
import json
import math
from pathlib import Path

import numpy as np

NODES, WEIGHTS = np.polynomial.legendre.leggauss(400)


def t_half(t, df):
    """The integral of Student's density from 0 to t."""
    x = (NODES + 1) / 2 * t
    log_scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    return float(np.sum(WEIGHTS * np.exp(log_scale - (df + 1) / 2 * np.log1p(x * x / df))) * t / 2)


def t_quantile(share, df):
    low, high = 0.0, 1000.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if 0.5 + t_half(middle, df) < share else (low, middle)
    return (low + high) / 2


def welch(a, b):
    va, vb = np.var(a, ddof=1) / len(a), np.var(b, ddof=1) / len(b)
    df = (va + vb) ** 2 / (va ** 2 / (len(a) - 1) + vb ** 2 / (len(b) - 1))
    difference = np.mean(a) - np.mean(b)
    error = math.sqrt(va + vb)
    margin = t_quantile(0.975, df) * error
    return {"difference": difference, "df": df, "low": difference - margin, "high": difference + margin,
            "p": 1 - 2 * t_half(abs(difference) / error, df)}


def u_of(a, b):
    return float(sum((x > y) + 0.5 * (x == y) for x in a for y in b))


def mann_whitney(a, b):
    u, n, m = u_of(a, b), len(a), len(b)
    larger = max(u, n * m - u)
    everything = a + b
    if len(set(everything)) == len(everything) and min(n, m) <= 8:
        ranks = np.argsort(np.argsort(everything)) + 1
        us = [sum(ranks[list(chosen)]) - n * (n + 1) / 2 for chosen in itertools.combinations(range(n + m), n)]
        return {"u": u, "p": min(1, 2 * sum(x >= larger for x in us) / len(us))}
    _, sizes = np.unique(everything, return_counts=True)
    ties = float(np.sum(sizes ** 3 - sizes))
    s = math.sqrt(n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1))))
    return {"u": u, "p": min(1, math.erfc((larger - n * m / 2 - 0.5) / s / math.sqrt(2)))}


def holm(p):
    order = sorted(range(len(p)), key=lambda i: p[i])
    corrected, highest = [0.0] * len(p), 0.0
    for place, i in enumerate(order):
        highest = max(highest, min(1, p[i] * (len(p) - place)))
        corrected[i] = highest
    return corrected


class Draws:
    def __init__(self):
        self.state = 20_200_101

    def sample(self, values):
        mask = (1 << 64) - 1
        drawn = []
        for _ in values:
            self.state = (self.state + 0x9E3779B97F4A7C15) & mask
            z = self.state
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
            z ^= z >> 31
            drawn.append(values[(z * len(values)) >> 64])
        return drawn


def iqm(values):
    cut = len(values) // 4
    return float(np.mean(sorted(values)[cut:len(values) - cut]))


def bootstrap(a, b, figure):
    draws, a, b = Draws(), sorted(a), sorted(b)
    figures = [figure(draws.sample(a)) - figure(draws.sample(b)) for _ in range(10_000)]
    return list(np.quantile(figures, [0.025, 0.975]))


def spearman(x, y):
    def ranks(values):
        return [sum(o < v for o in values) + (sum(o == v for o in values) + 1) / 2 for v in values]
    return float(np.corrcoef(ranks(x), ranks(y))[0, 1])


rng = np.random.default_rng(7)
pairs = [
    ([0.912, 0.921, 0.915, 0.93, 0.918], [0.9, 0.905, 0.899, 0.911, 0.902]),
    ([3, 1, 4, 1, 5, 9, 2, 6], [5, 3, 5, 8, 9, 7, 9]),
    ([1e9 + 1, 1e9 + 2, 1e9 + 4], [1e9, 1e9 + 3, 1e9 + 3.5]),
    (list(rng.normal(0, 1, 12)), list(rng.normal(0.5, 3, 30))),
    (list(rng.normal(0, 1e-8, 8)), list(rng.normal(1e-8, 1e-9, 9))),
    (list(rng.integers(0, 5, 25).astype(float)), list(rng.integers(1, 6, 40).astype(float))),
    ([0.1, 0.2, 0.3], [0.4, 0.5, 0.6]),
]
cases = [{
    "a": [float(x) for x in a], "b": [float(x) for x in b],
    "mean": float(np.mean(a)), "variance": float(np.var(a, ddof=1)), "median": float(np.median(a)), "iqm": iqm(a),
    "welch": welch(a, b), "mannWhitney": mann_whitney(list(a), list(b)),
    "medians": bootstrap(a, b, np.median), "iqms": bootstrap(a, b, iqm),
} for a, b in pairs]
ps = [0.01, 0.04, 0.03, 0.005, 0.5, 0.03]
x, y = [float(v) for v in rng.integers(0, 9, 30)], [float(v) for v in rng.normal(0, 1, 30)]
Path(__file__).with_name("tests.json").write_text(json.dumps({
    "cases": cases, "holm": {"p": ps, "corrected": holm(ps)}, "spearman": {"x": x, "y": y, "value": spearman(x, y)},
}, indent=1))
