"""Reads the same event files with TensorBoard's EventAccumulator and with Sacredboard, in one run.

Needs Python with tensorboard 2.21 and a release build: dotnet build -c Release benchmarks/Sacredboard.Benchmarks
Use: python benchmarks/event_files.py [EVENTS]    (default 1,000,000 scalar events, of ten tags, in two files)
"""
import os, struct, subprocess, sys, tempfile, time

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator, DEFAULT_SIZE_GUIDANCE
from tensorboard.compat.proto import event_pb2, summary_pb2
from tensorboard.compat.tensorflow_stub import pywrap_tensorflow

EVENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
PROGRAM = os.path.join(os.path.dirname(__file__), "Sacredboard.Benchmarks/bin/Release/net10.0/Sacredboard.Benchmarks")


def record(data):
    length = struct.pack("<Q", len(data))
    crc = pywrap_tensorflow.masked_crc32c
    return length + struct.pack("<I", crc(length)) + data + struct.pack("<I", crc(data))


def write(path, first, count):
    with open(path, "wb") as file:
        file.write(record(event_pb2.Event(wall_time=1.7e9, file_version="brain.Event:2").SerializeToString()))
        for i in range(first, first + count):
            value = summary_pb2.Summary.Value(tag=f"train/metric_{i % 10}", simple_value=1 / (1 + i))
            event = event_pb2.Event(wall_time=1.7e9 + i / 100, step=i // 10, summary=summary_pb2.Summary(value=[value]))
            file.write(record(event.SerializeToString()))


with tempfile.TemporaryDirectory() as directory:
    half = EVENTS // 2
    write(os.path.join(directory, "events.out.tfevents.1.host"), 0, half)
    write(os.path.join(directory, "events.out.tfevents.2.host"), half, EVENTS - half)
    size = sum(os.path.getsize(os.path.join(directory, name)) for name in os.listdir(directory))
    print(f"{EVENTS:,} scalar events, {size / 1e6:.0f} MB")

    print("Sacredboard:")
    subprocess.run([PROGRAM, "--event-files", directory], check=True)

    print("EventAccumulator:")
    start, cpu = time.perf_counter(), time.process_time()
    log = EventAccumulator(directory, {key: 0 for key in DEFAULT_SIZE_GUIDANCE}).Reload()
    points = sum(len(log.Scalars(tag)) for tag in log.Tags()["scalars"])
    print(f"{points} points  {time.perf_counter() - start:.3f} s by the clock  {time.process_time() - cpu:.3f} s of processor time")
