from collections import OrderedDict
from torch import nn


def build(weights):
    """The network that comes with CnnVis: 3x3 convolutions, one filter for each class, and global average pooling."""
    layers, channels = OrderedDict(), 3
    for number, width in enumerate([16, 32, 64, 96, 128, 192, 256], start=1):
        layers[f"conv{number}"] = nn.Conv2d(channels, width, kernel_size=3, padding=1)
        layers[f"relu{number}"] = nn.ReLU()
        if number in (1, 2, 4):
            layers[f"pool{number}"] = nn.MaxPool2d(2)
        channels = width
    layers["classes"] = nn.Conv2d(channels, 122, kernel_size=1)
    layers["gap"] = nn.AdaptiveAvgPool2d(1)
    layers["logits"] = nn.Flatten()
    network = nn.Sequential(layers)
    network.load_state_dict(weights)
    return network
