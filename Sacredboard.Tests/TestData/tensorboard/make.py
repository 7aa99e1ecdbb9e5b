"""Makes the event files of this directory, and expected.json: what TensorBoard says of them: of scalars what its pages get from its usual
(fast) loader, of pictures, texts and histograms what its own readers find.

Needs Python with tensorboard 2.21, tensorboardX, numpy and Pillow. Run it in this directory; times are fixed, so that the
files come out the same again.
"""
import hashlib, json, math, os, shutil, socket, struct, subprocess, sys, time, urllib.parse, urllib.request

import numpy as np
from tensorboard.backend.event_processing import plugin_event_accumulator
from tensorboard.compat.proto import event_pb2, summary_pb2
from tensorboard.compat.tensorflow_stub.pywrap_tensorflow import masked_crc32c
from tensorboard.plugins.distribution import compressor
from tensorboard.plugins.hparams import plugin_data_pb2
from tensorboard.util import tensor_util

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "..", "..", "samples", "tensorboard")
START = 1_700_000_000.0


def record(data):
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked_crc32c(length)) + data + struct.pack("<I", masked_crc32c(data))


class File:
    def __init__(self, directory, name, version="brain.Event:2"):
        os.makedirs(os.path.join(HERE, directory), exist_ok=True)
        self.path = os.path.join(HERE, directory, name)
        self.time = START + int(name.split(".")[3]) if name.count(".") > 3 else START
        self.bytes = b""
        if version is not None:
            self.event(file_version=version)

    def event(self, step=0, wall_time=None, **what):
        self.time += 0.25
        event = event_pb2.Event(step=step, wall_time=self.time if wall_time is None else wall_time, **what)
        self.bytes += record(event.SerializeToString())
        return self

    def session(self, status, step=0):
        return self.event(step, session_log=event_pb2.SessionLog(status=status))

    def values(self, step, *values, **more):
        return self.event(step, summary=summary_pb2.Summary(value=values), **more)

    def simple(self, step, **tags):
        return self.values(step, *[summary_pb2.Summary.Value(tag=tag, simple_value=value) for tag, value in tags.items()])

    def save(self, change=lambda data: data):
        with open(self.path, "wb") as file:
            file.write(change(self.bytes))


def tensor(tag, proto, plugin):
    metadata = summary_pb2.SummaryMetadata(plugin_data=summary_pb2.SummaryMetadata.PluginData(plugin_name=plugin)) if plugin else None
    return summary_pb2.Summary.Value(tag=tag, tensor=proto, metadata=metadata)


def scalar(tag, value, dtype=np.float32, plugin="scalars"):
    return tensor(tag, tensor_util.make_tensor_proto(np.array(value, dtype=dtype)), plugin)


def content(tag, array, plugin="scalars"):
    proto = tensor_util.make_tensor_proto(array)
    for field in ("float_val", "double_val", "int_val", "int64_val", "half_val", "bool_val"):
        proto.ClearField(field)
    proto.tensor_content = array.tobytes()
    return tensor(tag, proto, plugin)


def both_kinds():
    f = File("both_kinds", "events.out.tfevents.10.host")
    for step in range(20):
        f.simple(step * 3, loss=1 / (step + 1), accuracy=step / 20)
        f.values(step * 3, scalar("val/loss", 2 / (step + 1)), scalar("val/f64", math.pi * step, np.float64))
        # Only the first value of a tag has metadata.
        f.values(step * 3, scalar("stripped", step, plugin="scalars" if step == 0 else None))
        f.values(step * 3, scalar("no plugin", step, plugin=None), scalar("other plugin", step, plugin="mesh"))
        # What it is, is said late.
        f.values(step * 3, scalar("late", step, plugin="scalars" if step > 9 else None))
    f.save()


def types():
    f = File("types", "events.out.tfevents.10.host")
    for step, value in enumerate([0, 1, -1, 0.1, 77.125]):
        for dtype in (np.float16, np.float32, np.float64, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.bool_):
            array = np.array(value).astype(dtype)
            name = np.dtype(dtype).name
            f.values(step, tensor(f"val/{name}", tensor_util.make_tensor_proto(array), "scalars"), content(f"content/{name}", array))
        f.values(step, scalar("shape/1", [value]), scalar("shape/1x1", [[value]]), scalar("shape/2", [value, value]))
        f.values(step, tensor("text in scalars", tensor_util.make_tensor_proto("x"), "scalars"))
    for step, value in enumerate([math.nan, math.inf, -math.inf, -0.0, 1e-45, 3.4028235e38, 5e-324, 1.7e308]):
        f.simple(step, odd=np.float32(value))
        f.values(step, scalar("odd/f64", value, np.float64))
    for step in (-5, 2**53 + 1, -2**63, 2**63 - 1):
        f.simple(step, steps=1.5)
    for time in (0.0, -1.0, math.nan, math.inf, 1e300):
        f.values(1, summary_pb2.Summary.Value(tag="times", simple_value=1), wall_time=time)
    f.save()


def tags():
    f = File("tags", "events.out.tfevents.10.host")
    for tag in ["", " ", "a/b/c", "/", "../..", "näive 🚀", "<script>alert(1)</script>", "a\nb", "x" * 300, "tb:loss", "last(loss)", '"q"', "a\0b"]:
        f.values(1, summary_pb2.Summary.Value(tag=tag, simple_value=1), summary_pb2.Summary.Value(tag=tag, simple_value=2))
    f.save()


def restarts():
    # The first start is none; the second takes steps 6 to 9 away, of all tags, in all files so far.
    f = File("restart", "events.out.tfevents.10.host").session(event_pb2.SessionLog.START)
    for step in range(10):
        f.simple(step, loss=step, other=-step)
        f.values(step, scalar("tensor", step))
    f.save()
    f = File("restart", "events.out.tfevents.20.host").session(event_pb2.SessionLog.START, step=6)
    for step in range(6, 12):
        f.simple(step, loss=step + 100)
    f.session(event_pb2.SessionLog.CHECKPOINT, step=3).session(event_pb2.SessionLog.STOP, step=3).save()

    # Without a version of the file, a step that goes back is a restart, for the tags that come with it.
    f = File("restart_old", "events.out.tfevents.10.host", version=None)
    for step in [0, 1, 2, 3, 4, 5]:
        f.simple(step, loss=step, other=step)
    for step in [3, 4, 2, 2, 9]:
        f.simple(step, loss=step + 100)
    f.simple(1, other=1).simple(12, loss=12)
    f.save()

    # With one it is none: points stay as they were written.
    f = File("back", "events.out.tfevents.10.host")
    for step in [0, 1, 2, 1, 0, 5, 5]:
        f.simple(step, loss=step)
    f.save()

    f = File("odd_version", "events.out.tfevents.10.host", version="brain.Event:two")
    for step in [0, 1, 2, 1]:
        f.simple(step, loss=step)
    f.save()


    # The second attempt begins at step 40 of the first, in a file of its own.
    for file, steps, more in (("10", range(80), 0), ("20", range(40, 120), 0.5)):
        f = File("resumed", f"events.out.tfevents.{file}.host")
        for step in steps:
            f.simple(step, loss=1 / (step + 1) + more)
            f.values(step, scalar("tensor", step + more))
        f.save()


def members():
    # What add_scalars and add_hparams of PyTorch make.
    def settings(directory, **values):
        f = File(directory, "events.out.tfevents.20.host")
        start = plugin_data_pb2.SessionStartInfo()
        for name, value in values.items():
            kind = "bool" if isinstance(value, bool) else "string" if isinstance(value, str) else "number"
            setattr(start.hparams[name], f"{kind}_value", value)
        content = plugin_data_pb2.HParamsPluginData(session_start_info=start).SerializeToString()
        data = summary_pb2.SummaryMetadata.PluginData(plugin_name="hparams", content=content)
        metadata = summary_pb2.SummaryMetadata(plugin_data=data)
        f.values(0, summary_pb2.Summary.Value(tag="_hparams_/session_start_info", metadata=metadata)).values(0, summary_pb2.Summary.Value(tag="hparam/accuracy", simple_value=0.5)).save()

    File("members/one", "events.out.tfevents.10.host").simple(1, accuracy=0.25).simple(2, accuracy=0.5).save()
    File("members/one/losses_both_train", "events.out.tfevents.11.host").values(1, summary_pb2.Summary.Value(tag="losses/both", simple_value=3)).save()
    File("members/one/losses_both_val", "events.out.tfevents.12.host").values(1, summary_pb2.Summary.Value(tag="losses/both", simple_value=4)).save()
    File("members/one/eval", "events.out.tfevents.12.host").simple(1, accuracy=0.75).save()
    settings("members/one/1700000000.25", lr=0.01, layers=3, optimizer="adam", bias=True)
    # Settings of several trainings, each of its own.
    File("members/sweep", "events.out.tfevents.10.host").save()
    settings("members/sweep/1700000001.5", lr=0.1)
    settings("members/sweep/1700000002.5", lr=0.2)


def several_files():
    for file, steps in (("100", range(5)), ("11", range(5, 8)), ("9", range(8, 10))):
        f = File("several", f"events.out.tfevents.{file}.host")
        for step in steps:
            f.simple(step, loss=step)
        f.save()
    File("several", "events.out.tfevents.95.host.profile-empty").save()
    File("several", "events.out.tfevents.94.host", version=None).save()
    File("several", "notes.txt", version=None).save(lambda _: b"not an event file")
    f = File("several/sub", "x.tfevents").simple(1, loss=1)
    f.save()


def damaged():
    def ten(name):
        f = File(name, "events.out.tfevents.10.host")
        sizes = []
        for step in range(10):
            f.simple(step, loss=step)
            sizes.append(len(f.bytes))
        File(name, "events.out.tfevents.20.host").simple(50, loss=50).save()
        return f, sizes

    def flip(at):
        return lambda data: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    f, sizes = ten("cut")
    f.save(lambda data: data[: sizes[6] + 17])
    f, sizes = ten("cut_header")
    f.save(lambda data: data[: sizes[6] + 5])
    f, sizes = ten("bad_length")
    f.save(flip(sizes[4] + 2))
    f, sizes = ten("bad_length_sum")
    f.save(flip(sizes[4] + 9))
    f, sizes = ten("bad_data")
    f.save(flip(sizes[4] + 20))
    f, sizes = ten("bad_data_sum")
    f.save(flip(sizes[5] - 1))
    f, sizes = ten("zeros")
    f.save(lambda data: data[: sizes[4]] + bytes(100))
    f, sizes = ten("huge")
    f.save(lambda data: data[: sizes[4]] + struct.pack("<QI", 2**30, masked_crc32c(struct.pack("<Q", 2**30))) + data[sizes[4] :])
    File("empty", "events.out.tfevents.10.host", version=None).save()


def png(shade):
    from PIL import Image
    import io

    data = io.BytesIO()
    Image.new("RGB", (8, 6), (shade, 0, 255 - shade)).save(data, "PNG")
    return data.getvalue()


def others():
    random = np.random.default_rng(7)
    f = File("others", "events.out.tfevents.10.host")
    for step in range(3):
        picture = summary_pb2.Summary.Image(width=8, height=6, colorspace=3, encoded_image_string=png(step * 80))
        f.values(step, summary_pb2.Summary.Value(tag="picture", image=picture))
        strings = tensor_util.make_tensor_proto([b"8", b"6", png(step), png(step + 100)])
        f.values(step, tensor("pictures", strings, "images"))
        f.values(step, tensor("note", tensor_util.make_tensor_proto(f"**step** {step} <b>ä</b>".encode()), "text"))
        f.values(step, tensor("table", tensor_util.make_tensor_proto([[b"a", b"b"], [b"c", b"\xff"]]), "text"))
        counts, edges = np.histogram(random.normal(step, 1, 500), bins=12)
        buckets = np.stack([edges[:-1], edges[1:], counts], axis=1)
        f.values(step, tensor("weights", tensor_util.make_tensor_proto(buckets.astype(np.float64)), "histograms"))
        f.values(step, content("weights/content", buckets, "histograms"))
        old = summary_pb2.HistogramProto(
            min=edges[0], max=edges[-1], num=500, sum=1, sum_squares=1,
            bucket_limit=[-1.7e308, edges[0], *edges[1:], 1.7e308], bucket=[0, 0, *counts, 0])
        f.values(step, summary_pb2.Summary.Value(tag="weights/old", histo=old))
    f.values(3, tensor("weights", tensor_util.make_tensor_proto(np.zeros((0, 3))), "histograms"))
    f.values(3, summary_pb2.Summary.Value(tag="weights/old", histo=summary_pb2.HistogramProto(bucket_limit=[1, 2], bucket=[0, 0])))
    f.values(4, summary_pb2.Summary.Value(tag="weights/old", histo=summary_pb2.HistogramProto(min=3, max=3, num=5, bucket_limit=[2, 4], bucket=[0, 5])))
    f.event(5, graph_def=b"\0" * 1000)
    f.save()

    # What a log may hold to do harm: names and content that are not what they seem.
    f = File("hostile", "events.out.tfevents.10.host")
    odd = "<img src=x onerror=alert(1)>/../é"
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
    f.values(1, summary_pb2.Summary.Value(tag=odd, image=summary_pb2.Summary.Image(width=1, height=1, encoded_image_string=svg)))
    f.values(2, summary_pb2.Summary.Value(tag=odd, image=summary_pb2.Summary.Image(width=1, height=1, encoded_image_string=png(9))))
    f.values(1, tensor("no pictures", tensor_util.make_tensor_proto([b"8", b"6"]), "images"))
    f.values(1, tensor("empty", tensor_util.make_tensor_proto([b"8", b"6", b""]), "images"))
    f.values(1, tensor("text " + odd, tensor_util.make_tensor_proto("</pre><script>alert(1)</script>\0\x1b[31m\nnext"), "text"))
    f.values(1, tensor("no histogram", tensor_util.make_tensor_proto(np.zeros((4, 2))), "histograms"))
    f.values(1, tensor("infinite", tensor_util.make_tensor_proto(np.array([[-np.inf, np.inf, 1], [np.nan, 1, np.nan]])), "histograms"))
    f.save()


def number(value):
    value = float(value)
    return value if math.isfinite(value) else str(value)


def shown(top):
    """The scalars of all runs below a directory as TensorBoard shows them: {run: {tag: [[step, time, value], ...]}}."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = [sys.executable, "-m", "tensorboard.main", "--logdir", top, "--port", str(port), "--load_fast", "true"]
    server = subprocess.Popen([*program, "--samples_per_plugin", "scalars=100000"], stderr=subprocess.DEVNULL)
    try:
        def get(path, **query):
            address = f"http://127.0.0.1:{port}/data/{path}?{urllib.parse.urlencode(query)}"
            with urllib.request.urlopen(address) as answer:
                return json.load(answer)

        # It answers before it has read all; a quiet quarter of a minute is enough for so little.
        tags, quiet = {}, 0
        while not tags or quiet < 5:
            time.sleep(3)
            try:
                before, tags = tags, get("plugin/scalars/tags")
                quiet = quiet + 1 if tags == before else 0
            except OSError:
                pass
        return {run: {tag: [[step, number(wall), number(value)] for wall, step, value in get("plugin/scalars/scalars", run=run, tag=tag)] for tag in of}
                for run, of in tags.items()}
    finally:
        server.terminate()
        server.wait()


def expected(directory, scalars):
    new = plugin_event_accumulator.EventAccumulator(directory, {"tensors": 0}, {"images": 0, "text": 0, "histograms": 0}).Reload()
    truth = {"scalars": scalars, "images": {}, "texts": {}, "histograms": {}}
    for tag in new.Tags()["tensors"]:
        plugin = new.SummaryMetadata(tag).plugin_data.plugin_name if tag in new.summary_metadata else ""
        for event in new.Tensors(tag):
            try:
                array = tensor_util.make_ndarray(event.tensor_proto)
                at = [event.step, number(event.wall_time)]
                if plugin == "images":
                    truth["images"].setdefault(tag, []).append([*at, [hashlib.sha256(image).hexdigest() for image in array[2:]]])
                elif plugin == "text":
                    truth["texts"].setdefault(tag, []).append([*at, [text.decode("utf-8", "replace") for text in array.reshape(-1)]])
                elif plugin == "histograms":
                    if array.size and array.shape[-1] != 3:
                        continue
                    truth["histograms"].setdefault(tag, []).append([*at, [number(value) for _, value in compressor.compress_histogram(array)]])
            except (ValueError, TypeError):
                continue
    return truth


if __name__ == "__main__":
    for entry in os.scandir(HERE):
        if entry.is_dir():
            shutil.rmtree(entry.path)
    for make in (both_kinds, types, tags, restarts, members, several_files, damaged, others):
        make()
    truth = {}
    for top in (HERE, os.path.join(SAMPLES, "digits_mlp_36"), os.path.join(SAMPLES, "digits_stflow_41")):
        found = sorted(root for root, _, files in os.walk(top) if any("tfevents" in file for file in files))
        scalars = shown(top)
        for directory in found:
            name = os.path.relpath(directory, HERE).replace("../../../samples/tensorboard", "samples")
            truth[name] = expected(directory, scalars.get(os.path.relpath(directory, top), {}))
    with open(os.path.join(HERE, "expected.json"), "w") as file:
        json.dump(truth, file, separators=(",", ":"), allow_nan=False)
    print({directory: {kind: len(tags) for kind, tags in kinds.items() if tags} for directory, kinds in truth.items()})
