import torch
from PIL import Image
from torch.nn import functional as F


def predicted(logits):
    """Says what the network takes the picture for."""
    for index in logits.argsort(descending=True)[:5].tolist():
        print(f"class {index}: logit {logits[index]:.3f}, probability {logits.softmax(0)[index]:.3f}")


def lit(picture, maps):
    """The picture once for each map, side by side: as bright as the map is strong."""
    image = pixels(picture)
    return shown(torch.cat([image * (0.15 + 0.85 * strength(heat, picture)) for heat in maps], dim=3))


def strength(heat, picture):
    """0 where the map has nothing to say for the class, 1 from its 99th percentile on."""
    large = F.interpolate(heat[None, None], [picture.height, picture.width], mode="bilinear", align_corners=False)
    return (large / large.flatten().quantile(0.99).clamp(min=1e-12)).clamp(0, 1)
