import torch


def uphill(f, image, step):
    """The gradient of the objective f with respect to the picture."""
    image = image.detach().requires_grad_()
    return torch.autograd.grad(f(shifted(image, step)), image)[0]
