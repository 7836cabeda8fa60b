import io
import torch


def read(path):
    """The tensors of a weights file."""
    return torch.load(io.BytesIO(checked(path)), map_location="cpu", weights_only=True)
