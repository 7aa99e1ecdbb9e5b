#!/usr/bin/env python3
"""Fills a directory with runs as a FileStorageObserver writes them.

  python fill_files.py DIR --runs 10000                    one directory of runs
  python fill_files.py DIR --folders 2000 --runs 50        a tree: maps/algorithms/sweeps with 50 runs each

The same arguments give the same files, but for their times. Every run has finished, except --running of them.
"""
import argparse
import json
import os
from datetime import datetime, timedelta
from random import Random

HOST = {"ENV": {}, "cpu": "AMD EPYC 7543", "hostname": "lab-01", "os": ["Linux", "Linux-6.1"], "python_version": "3.11.2"}
OPTIONS = {"--beat-interval": None, "--capture": None, "--comment": None, "--debug": False, "--file_storage": "runs",
           "--force": False, "--loglevel": None, "--name": None, "--unobserved": False, "UPDATE": [], "with": False}


def write(path, value):
    with open(path, "w") as file:
        json.dump(value, file, indent=2, sort_keys=True)


def folders(count):
    # Two levels above the runs, of up to 40 folders each.
    for i in range(count):
        yield os.path.join(f"map_{i // 40:02}", f"algorithm_{i % 40:02}")


def fill(directory, runs, random, start, running):
    os.makedirs(directory)
    for run in range(1, runs + 1):
        start += timedelta(seconds=37)
        place = os.path.join(directory, str(run))
        os.mkdir(place)
        steps = list(range(20))
        loss = random.uniform(0.5, 2)
        stop = start + timedelta(minutes=random.randint(1, 300))
        is_running = run > runs - running
        write(os.path.join(place, "run.json"), {
            "artifacts": [], "command": "main", "resources": [], "host": HOST,
            "experiment": {"base_dir": "/home/lab/train", "dependencies": ["numpy==1.26.4", "sacred==0.8.7"],
                           "mainfile": "train.py", "name": "qmix", "repositories": [],
                           "sources": [["train.py", "_sources/train_0123456789abcdef0123456789abcdef.py"]]},
            "meta": {"command": "main", "config_updates": {}, "named_configs": [], "options": OPTIONS},
            "result": None if is_running else loss / 20, "status": "RUNNING" if is_running else "COMPLETED",
            "start_time": start.isoformat(), "heartbeat": (start if is_running else stop).isoformat(),
            **({} if is_running else {"stop_time": stop.isoformat()})})
        write(os.path.join(place, "config.json"), {
            "seed": random.randint(1, 10**9), "lr": random.choice([0.1, 0.01, 0.001]), "gamma": 0.99,
            "batch_size": random.choice([32, 64, 128]), "env": {"map": os.path.basename(os.path.dirname(directory)), "limit": 120},
            "mixer": {"hidden": random.choice([32, 64]), "layers": 2}, "epsilon": {"start": 1.0, "end": 0.05, "steps": 50000}})
        write(os.path.join(place, "metrics.json"), {"loss": {
            "steps": steps, "timestamps": [(start + timedelta(seconds=s)).isoformat() for s in steps],
            "values": [loss / (s + 1) for s in steps]}})
        with open(os.path.join(place, "cout.txt"), "w") as file:
            file.write("INFO - qmix - Running command 'main'\nINFO - qmix - Started\n")
    return start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("--runs", type=int, default=50, help="in each folder")
    parser.add_argument("--folders", type=int, default=0, help="of a tree; 0 for one directory of runs")
    parser.add_argument("--running", type=int, default=0, help="so many of the last runs of each folder are running")
    args = parser.parse_args()
    random, start = Random(1), datetime(2026, 1, 1)
    for folder in folders(args.folders) if args.folders else [""]:
        start = fill(os.path.normpath(os.path.join(args.directory, folder)), args.runs, random, start, args.running)


if __name__ == "__main__":
    main()
