import torch
from torch.nn import functional as F


@torch.no_grad()
def looking(network, layers, x):
    """Prepares a function that gives a layer's raw map for a class."""
    seen = reading(network, layers)(x)

    @torch.no_grad()
    def raw_map(layer, target):
        """Score-CAM (Wang et al. 2019): each channel by the score of the input seen through it."""
        a = seen[layer][0]
        scores = torch.cat([score(network(x * mask(channel)), target) for channel in a])
        return weighed(scores.softmax(0), a)

    def mask(channel):
        large = F.interpolate(channel[None, None], x.shape[2:], mode="bilinear", align_corners=True)
        return (large - large.min()) / (large.max() - large.min() + 1e-8)

    return raw_map
