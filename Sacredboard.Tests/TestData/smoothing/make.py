"""Writes vectors.json: curves and what NumPy makes of them, by the plainest code there is for each kind of smoothing.

    python make.py        (NumPy 2; the results were made with 2.4.6)

The exponential average is TensorBoard's (`classicSmoothing` of its web app), the time-weighted one is that of
Weights and Biases (docs.wandb.ai, "Smooth line plots", with VIEWPORT_SCALE = 1000), the Gaussian is
`scipy.ndimage.gaussian_filter1d(truncate=4)` but with the weights at the ends normalised, and windows of even length reach one point
further back than ahead, as `pandas.Series.rolling(n, center=True, min_periods=1)`.
"""
import json
import math
from pathlib import Path

import numpy as np


def ema(x, y, w):
    last, smoothed = 0.0, []
    for n, value in enumerate(y, 1):
        last = last * w + (1 - w) * value
        smoothed.append(last / (1 - w**n))
    return smoothed


def twema(x, y, w):
    weight = min(math.sqrt(w), 0.999)
    span = x[-1] - x[0]
    last, debias, smoothed = 0.0, 0.0, []
    for i, value in enumerate(y):
        change = (x[i] - x[max(i - 1, 0)]) / span * 1000 if span > 0 else 0
        adjusted = weight**change
        last = last * adjusted + value
        debias = debias * adjusted + 1
        smoothed.append(last / debias)
    return smoothed


def gauss(x, y, sigma):
    radius = int(4 * sigma + 0.5)
    smoothed = []
    for i in range(len(y)):
        first, end = max(i - radius, 0), min(i + radius + 1, len(y))
        weights = np.exp(-0.5 * ((np.arange(first, end) - i) / sigma) ** 2)
        smoothed.append(np.sum(weights * y[first:end]) / np.sum(weights))
    return smoothed


def window(function):
    def smooth(x, y, n):
        before, after = n // 2, (n - 1) // 2
        return [function(y[max(i - before, 0) : i + after + 1]) for i in range(len(y))]

    return smooth


KINDS = {"ema": ema, "twema": twema, "gauss": gauss, "mean": window(np.mean), "median": window(np.median)}
SMOOTHINGS = (
    "ema:0 ema:0.3 ema:0.9 ema:0.999 twema:0 twema:0.5 twema:0.9 twema:0.999999 gauss:0.1 gauss:1.5 gauss:5 gauss:40 "
    "mean:1 mean:4 mean:11 mean:10001 median:1 median:2 median:11 median:12 median:63 median:64 median:1001"
).split()


def curves():
    random = np.random.default_rng(42)
    walk = np.cumsum(random.normal(size=90))
    yield "walk", np.arange(90.0), walk
    yield "uneven", np.cumsum(random.choice([0.0, 1.0, 1.0, 7.0, 500.0], size=70)), random.normal(size=70)
    yield "outliers", np.arange(0.0, 700, 10), np.where(random.random(70) < 0.1, 1e12, random.random(70))
    yield "ties", np.arange(60.0), random.integers(0, 3, size=60).astype(float)
    yield "negative", np.linspace(-5, 5, 33), -np.exp(random.normal(size=33))
    yield "constant", np.arange(20.0), np.full(20, 0.1)
    yield "one x", np.full(8, 3.0), random.normal(size=8)
    yield "two", np.array([0.0, 10.0]), np.array([1.0, 3.0])
    yield "one", np.array([5.0]), np.array([2.5])


def cases():
    for name, x, y in curves():
        results = {}
        for smoothing in SMOOTHINGS:
            kind, parameter = smoothing.split(":")
            number = float(parameter) if kind in ("ema", "twema", "gauss") else int(parameter)
            results[smoothing] = [float(value) for value in KINDS[kind](x, y, number)]
        yield {"name": name, "x": x.tolist(), "y": y.tolist(), "smoothed": results}


# Long curves, for the parts of the code that short ones do not reach; only every 97th value is kept.
def long_cases():
    random = np.random.default_rng(7)
    y = np.round(np.cumsum(random.normal(size=3000)) * 8) / 8
    x = np.cumsum(random.integers(1, 9, size=3000)).astype(float)
    yield long_case("long", x, y, "ema:0.99 twema:0.99 gauss:30 mean:500 median:65 median:300 median:301 median:999 median:3000")
    yield long_case("long, wide", x, y, "gauss:60 gauss:250")
    # Sums far below the largest values.
    peaks = np.where(random.random(3000) < 0.002, 1e9, np.round(random.random(3000), 6) - 0.5)
    yield long_case("peaks, wide", x, peaks, "gauss:60 gauss:250")


def long_case(name, x, y, smoothings):
    results = {}
    for smoothing in smoothings.split():
        kind, parameter = smoothing.split(":")
        number = float(parameter) if kind in ("ema", "twema", "gauss") else int(parameter)
        results[smoothing] = [float(value) for value in KINDS[kind](x, y, number)][::97]
    return {"name": name, "x": x.astype(int).tolist(), "y": y.tolist(), "every": 97, "smoothed": results}


path = Path(__file__).with_name("vectors.json")
lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in [*cases(), *long_cases()])
path.write_text(f"[\n{lines}\n]\n")
