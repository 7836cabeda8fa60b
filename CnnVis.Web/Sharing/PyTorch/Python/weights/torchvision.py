import torch
from torchvision import models


def load(path):
    """The network with its weights, those of a file or torchvision's own. It is looked into, never trained."""
    return build(fetched() if path is None else read(path)).eval().requires_grad_(False)


def fetched():
    """torchvision's own weights, from the internet or from where it put them before."""
    url = models.get_weight(WEIGHTS).url
    if WEIGHTS_SHA256[:8] not in url:  # its names hold the first digits
        print("The run's weights were in another file than torchvision's: if they differ, so will the results.")
    return torch.hub.load_state_dict_from_url(url, map_location="cpu", check_hash=True)
