import torch


def uphill(f, image, step):
    """The gradient of the objective f with respect to the picture, which is looked at tile by tile."""
    image = image.detach().requires_grad_()
    seen = shifted(image, step)
    gradient = torch.zeros_like(seen)
    rows, columns = CUTS[step]
    for top, bottom in zip(rows, rows[1:]):
        for left, right in zip(columns, columns[1:]):
            tile = seen[:, :, top:bottom, left:right].detach().contiguous().requires_grad_()
            share = (bottom - top) * (right - left) / (seen.shape[2] * seen.shape[3])
            gradient[:, :, top:bottom, left:right] = share * torch.autograd.grad(f(tile), tile)[0]
    return torch.autograd.grad(seen, image, gradient)[0]
