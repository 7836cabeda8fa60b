import re
from torchvision import models


def build(weights):
    """torchvision's DenseNet-121, whose file is older than it: where that says norm.1, the network says norm1."""
    network = models.densenet121(weights=None)
    former = re.compile(r"(denselayer\d+\.(?:norm|conv))\.([12]\.)")
    network.load_state_dict({former.sub(r"\1\2", name): value for name, value in weights.items()})
    return network
