import re
from torchvision import models


def build():
    """DenseNet-121 without its weights."""
    return models.densenet121(weights=None)


def named(state):
    """The weights under today's names: torchvision's file is older, and has norm.1 where the network has norm1."""
    return {re.sub(r"(denselayer\d+\.(?:norm|conv))\.([12]\.)", r"\1\2", name): value for name, value in state.items()}
