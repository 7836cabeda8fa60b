from torchvision import models


def build(weights):
    """torchvision's GoogLeNet, without the two further heads that only its training needed."""
    network = models.googlenet(weights=None, aux_logits=False, transform_input=False, init_weights=False)
    network.load_state_dict({name: value for name, value in weights.items() if not name.startswith("aux")})
    return network
