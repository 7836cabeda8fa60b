import json
import torch

KINDS = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64}


def read(path):
    """The tensors of a weights file: the length of a header, the header in JSON, and one tensor after the other."""
    content = checked(path)
    start = 8 + int.from_bytes(content[:8], "little")
    tensors = {}
    for name, entry in json.loads(content[8:start]).items():
        if name != "__metadata__":
            first, end = entry["data_offsets"]
            numbers = bytearray(content[start + first:start + end])
            tensors[name] = torch.frombuffer(numbers, dtype=KINDS[entry["dtype"]]).reshape(entry["shape"])
    return tensors
