"""Makes the event files of this directory: names and texts with secrets in them. Needs what ../tensorboard/make.py needs."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "tensorboard"))
import make  # noqa: E402
from make import np, png, summary_pb2, tensor, tensor_util  # noqa: E402

make.HERE = HERE
f = make.File("logs", "events.out.tfevents.10.host")
for step in range(2):
    picture = summary_pb2.Summary.Image(width=8, height=6, colorspace=3, encoded_image_string=png(step * 80))
    f.values(step, summary_pb2.Summary.Value(tag="openmarker token=hunter2 picture", image=picture))
    text = f"openmarker {step} https://me:hunter2@files.example.org/".encode()
    f.values(step, tensor("openmarker token=hunter2 note", tensor_util.make_tensor_proto(text), "text"))
    buckets = np.array([[0.0, 1.0, 3.0], [1.0, 2.0, 5.0]]) + step
    f.values(step, tensor("openmarker token=hunter2 weights", tensor_util.make_tensor_proto(buckets), "histograms"))
    f.simple(step, **{"openmarker token=hunter2 loss": 0.5 - step})
f.save()
