from torchvision import models


def build(weights):
    """torchvision's network."""
    network = models.get_model(NETWORK, weights=None)
    network.load_state_dict(weights)
    return network
