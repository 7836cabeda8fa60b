import torch
from torch.nn import functional as F


def guided_map(network, x, heat, target):
    """Guided Grad-CAM: guided backpropagation, times the map enlarged to the picture."""
    with Guided():
        seen = x.detach().requires_grad_()
        (gradient,) = torch.autograd.grad(score(network(seen), target).sum(), seen)
    smooth = {"align_corners": False} if UPSAMPLING == "bilinear" else {}
    return gradient[0] * F.interpolate(heat[None, None], x.shape[2:], mode=UPSAMPLING, **smooth)[0]
