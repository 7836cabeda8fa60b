from torchvision import models


def build():
    """GoogLeNet without its weights, and without the two further heads that only its training needed."""
    return models.googlenet(weights=None, aux_logits=False, transform_input=False, init_weights=False)


def named(state):
    """The weights without those of the further heads."""
    return {name: value for name, value in state.items() if not name.startswith("aux")}
