import hashlib
import json
import sys
import torch
from torchvision import models

KINDS = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64}


def load(path):
    """The network with its weights: those of a file, or torchvision's own. It is looked into, never trained."""
    network = build()
    network.load_state_dict(named(fetched() if path is None else read(path)))
    return network.eval().requires_grad_(False)


def read(path):
    """The tensors of a weights file, once it is known to be the one that the run used."""
    with open(path, "rb") as file:
        content = file.read()
    found = hashlib.sha256(content).hexdigest()
    if found != WEIGHTS_SHA256:
        sys.exit(f"{path} is another file than the run's: its SHA-256 is {found}, not {WEIGHTS_SHA256}.")
    if path.endswith(".safetensors"):
        return read_safetensors(content)
    return torch.load(path, map_location="cpu", weights_only=True)


def read_safetensors(content):
    """A safetensors file is the length of a header, the header in JSON, and the numbers of one tensor after the other."""
    start = 8 + int.from_bytes(content[:8], "little")
    numbers, tensors = bytearray(content[start:]), {}
    for name, entry in json.loads(content[8:start]).items():
        if name != "__metadata__":
            first, end = entry["data_offsets"]
            kind = KINDS[entry["dtype"]]
            tensors[name] = torch.frombuffer(numbers[first:end], dtype=kind).reshape(entry["shape"])
    return tensors


def fetched():
    """torchvision's own weights, from the internet or from where it put them before."""
    if WEIGHTS is None:
        sys.exit("This network's weights are not torchvision's: name their file by --weights.")
    url = models.get_weight(WEIGHTS).url
    if WEIGHTS_SHA256[:8] not in url:  # its names hold the first digits
        print("The run's weights were in another file than torchvision's: if they differ, so will the results.")
    return torch.hub.load_state_dict_from_url(url, map_location="cpu", check_hash=True)
