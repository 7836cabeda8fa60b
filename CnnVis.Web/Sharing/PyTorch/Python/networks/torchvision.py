from torchvision import models


def build():
    """The network without its weights."""
    return models.get_model(NETWORK, weights=None)


def named(state):
    """The weights under the names that the network has for them."""
    return state
