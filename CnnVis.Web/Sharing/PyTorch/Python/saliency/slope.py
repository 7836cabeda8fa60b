import torch


def slope(f, x):
    """The gradient of f with respect to x."""
    x = x.detach().requires_grad_()
    return torch.autograd.grad(f(x).sum(), x)[0]
