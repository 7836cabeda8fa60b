import torch


@torch.no_grad()
def attribution(f, x):
    """How much the score falls, in the mean of all patches of zeros that cover the pixel (Zeiler and Fergus 2013)."""
    falls, covers, whole = torch.zeros_like(x), torch.zeros_like(x), f(x)
    starts = range(0, x.shape[2] - WINDOW + STRIDE, STRIDE)  # the last patches may reach over the edge
    for top in starts:
        for left in starts:
            patch = (..., slice(top, top + WINDOW), slice(left, left + WINDOW))
            covered = x.clone()
            covered[patch] = 0
            falls[patch] += whole - f(covered)
            covers[patch] += 1
    return falls / covers.clamp(min=1)
