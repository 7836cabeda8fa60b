import torch
from torch.nn import functional as F


def dreamt(original, ascend):
    """Dreams at one size after the other: what was added so far, the detail, is carried to the next."""
    image, detail = original, torch.zeros_like(original)
    for size in OCTAVES:
        base = resized(original, size)
        image = ascend((base + resized(detail, size)).clamp(0, 1), STEPS)
        detail = image - base
    return image


def resized(image, size):
    """The picture in another size: means of areas when it shrinks, bilinear when it grows."""
    if size[0] <= image.shape[2] and size[1] <= image.shape[3]:
        return F.interpolate(image, size, mode="area")
    return F.interpolate(image, size, mode="bilinear", align_corners=False)
