"""Writes two runs as Sacred stores them, for curves that a run keeps as lists in its info.

    python make.py [mongodb://host/database]      (Sacred 0.8.7, NumPy 2.4.6, jsonpickle as Sacred wants it)

runs/ is made by the FileStorageObserver. With a database, mongo.json are the documents that the MongoObserver wrote into it, one a line.
expected.json holds what the curves are.
"""
import json
import platform
import shutil
import sys
from collections import OrderedDict
from pathlib import Path

import numpy as np
from sacred import SETTINGS, Experiment
from sacred.observers import FileStorageObserver, MongoObserver

SETTINGS.HOST_INFO.INCLUDE_GPU_INFO = SETTINGS.HOST_INFO.INCLUDE_CPU_INFO = False
SETTINGS.CAPTURE_MODE = "no"
here = Path(__file__).parent


def experiment():
    ex = Experiment("pymarl", interactive=True, save_git_info=False)

    @ex.main
    def learn(_run, curves):
        if not curves:
            return
        info = _run.info
        # As PyMARL's logger does it.
        info["return_mean"] = [np.float64(value) for value in (1.5, 2.25, -3.0, 4.75)]
        info["return_mean_T"] = [100, 10100, 20050, 30200]
        info["grad_norm"] = [np.float32(0.5), np.float32(0.25), np.int64(3)]
        info["train"] = {"loss": [2.0, float("nan"), float("inf"), 0.5], "loss_step": [0, 5, 10, 15]}
        info["test"] = OrderedDict(deep=OrderedDict(acc=[1, 2, 3]))
        info["array"] = np.array([1.0, 2.0, 4.0])
        info["pair"] = (3, 4)
        info["mixed"] = [1, "two", None, 4.5, True]
        info["late"] = [7.0, 8.0]
        info["late_T"] = [1, 2, 3]
        info["far"] = [7.0, 8.0]
        info["far_T"] = [1, 2, 3, 4]
        info["eval.score"] = [0.25, 0.75]
        # None of these is a curve.
        info["one"] = [1.0]
        info["none"] = []
        info["words"] = ["a", "b"]
        info["table"] = [[1, 2], [3, 4]]
        info["password"] = [1, 2, 3, 4]
        info["number"] = 3
        _run.log_scalar("loss", 0.5, 1)
        _run.log_scalar("loss", 0.25, 2)

    return ex


EXPECTED = {
    "info:array": ([0, 1, 2], [1.0, 2.0, 4.0]),
    "info:eval.score": ([0, 1], [0.25, 0.75]),
    "info:far": ([0, 1], [7.0, 8.0]),
    "info:far_T": ([0, 1, 2, 3], [1, 2, 3, 4]),
    "info:grad_norm": ([0, 1, 2], [0.5, 0.25, 3]),
    "info:late": ([1, 2], [7.0, 8.0]),
    "info:mixed": ([0, 1, 2, 3, 4], [1, None, None, 4.5, None]),
    "info:pair": ([0, 1], [3, 4]),
    "info:return_mean": ([100, 10100, 20050, 30200], [1.5, 2.25, -3.0, 4.75]),
    "info:test.deep.acc": ([0, 1, 2], [1, 2, 3]),
    "info:train.loss": ([0, 5, 10, 15], [2.0, "NaN", "Infinity", 0.5]),
}


def observers():
    yield FileStorageObserver(here / "runs", copy_artifacts=False, copy_sources=False)
    if len(sys.argv) > 1:
        yield MongoObserver(url=sys.argv[1], db_name=sys.argv[1].split("/")[-1])


def without_machine(text):
    """The stored text without what only says where it was made."""
    for mine, other in ((str(here), "/home/ada/pymarl"), (platform.node(), "gpu-1"), (platform.platform(), "Linux")):
        text = text.replace(json.dumps(mine), json.dumps(other))
    return text


shutil.rmtree(here / "runs", ignore_errors=True)
ex = experiment()
ex.observers.extend(observers())
ex.run(config_updates={"curves": True, "seed": 1})
ex.run(config_updates={"curves": False, "seed": 2})
for path in (here / "runs").glob("*/cout.txt"):
    path.unlink()
for path in (here / "runs").glob("*/run.json"):
    path.write_text(without_machine(path.read_text()))
(here / "expected.json").write_text(json.dumps(
    {name: {"steps": steps, "values": values} for name, (steps, values) in EXPECTED.items()}, indent=1) + "\n")
if len(sys.argv) > 1:
    import bson.json_util
    import pymongo

    runs = pymongo.MongoClient(sys.argv[1]).get_default_database()["runs"].find().sort("_id")
    (here / "mongo.json").write_text(without_machine("".join(bson.json_util.dumps(run) + "\n" for run in runs)))
