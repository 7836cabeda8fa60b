import torch
from torch.nn import functional as F


def run(network, picture, *guide):
    """The dream, and on into it: the raw result by name, and a picture."""
    ascend = ascent(objective(network, *guide))
    image = dreamt(pixels(fitted(picture, SIZE)), ascend)
    for _ in range(ZOOMS):
        image = ascend(enlarged(image, ZOOM_FACTOR), ZOOM_STEPS)
    return {"image": image[0]}, shown(image)


def enlarged(image, factor):
    """The picture enlarged about its middle, and cut to its size."""
    inwards = torch.tensor([[[1 / factor, 0, 0], [0, 1 / factor, 0]]])
    grid = F.affine_grid(inwards, image.shape, align_corners=False)
    return F.grid_sample(image, grid, mode="bilinear", padding_mode="border", align_corners=False)
