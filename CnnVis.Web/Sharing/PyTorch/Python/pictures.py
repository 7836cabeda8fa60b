import numpy as np
import torch
from PIL import Image


def opened(path):
    """A picture file in red, green and blue."""
    return Image.open(path).convert("RGB")


def square(picture, side):
    """The largest square in the middle, resized to so many pixels a side."""
    length = min(picture.size)
    left, top = round((picture.width - length) / 2), round((picture.height - length) / 2)
    return picture.crop((left, top, left + length, top + length)).resize((side, side), Image.BILINEAR)


def pixels(picture):
    """A picture as a tensor, [1, 3, height, width] in 0..1."""
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float() / 255


def shown(image):
    """The reverse."""
    return Image.fromarray((image[0].detach().clamp(0, 1) * 255 + 0.5).byte().permute(1, 2, 0).numpy())


def normalized(image):
    """What the network is given instead of 0..1."""
    return (image - torch.tensor(MEAN).view(1, 3, 1, 1)) / torch.tensor(DEVIATION).view(1, 3, 1, 1)
