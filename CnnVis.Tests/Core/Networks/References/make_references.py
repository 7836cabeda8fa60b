"""Writes <architecture>.json for each architecture named: see README.md in this folder.

python3 make_references.py vgg19 resnet34 resnet50 squeezenet1_0 densenet121
"""
import json
import math
import sys
import zlib

import numpy
import torch
import torchvision

SIZE = 224


def formula(name, shape):
    hash_of_name = zlib.crc32(name.encode()) % 1000 / 1000
    count = math.prod(shape)
    u = (numpy.arange(1, count + 1, dtype=numpy.float64) * 0.6180339887498949 + hash_of_name) % 1
    if name == "input":
        u = (u - 0.5) * 4
    elif name.endswith("running_mean"):
        u = (u - 0.5) * 0.2
    elif name.endswith("running_var") or (len(shape) == 1 and name.endswith("weight")):
        u = u + 0.5
    elif len(shape) == 1:
        u = (u - 0.5) * 0.2
    else:
        u = (u - 0.5) * 2 * math.sqrt(6 / math.prod(shape[1:]))
    # Numbers of single precision, with which everything is then computed in double precision.
    return torch.from_numpy(u.astype(numpy.float32)).double().reshape(shape)


def reference(architecture):
    model = torchvision.models.get_model(architecture, weights=None).double().eval()
    state = model.state_dict()
    model.load_state_dict({
        name: formula(name, tuple(value.shape)) if value.dtype == torch.float64 else value
        for name, value in state.items()})
    image = formula("input", (1, 3, SIZE, SIZE)).requires_grad_()
    logits = model(image)[0]
    gradient, = torch.autograd.grad(logits[7], image)
    return {
        "architecture": architecture,
        "torchvision": torchvision.__version__,
        "input_size": SIZE,
        "state_dict": [[name, list(value.shape)] for name, value in state.items()],
        "logits_first16": logits[:16].tolist(),
        "logits_mean": logits.mean().item(),
        "logits_std": logits.std().item(),
        "argmax": logits.argmax().item(),
        "gradient_of_logit7": {
            "mean": gradient.mean().item(),
            "std": gradient.std().item(),
            "first16_of_channel0_row100": gradient[0, 0, 100, :16].tolist(),
        },
    }


for name in sys.argv[1:]:
    with open(f"{name}.json", "w") as file:
        json.dump(reference(name), file, separators=(",", ":"))
        file.write("\n")
