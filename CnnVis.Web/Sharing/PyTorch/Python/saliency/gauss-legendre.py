import numpy as np


def places(count):
    """Where on the way from 0 to 1 to look, and what each look counts: Gauss and Legendre's rule."""
    roots, weights = np.polynomial.legendre.leggauss(count)
    return [((root + 1) / 2, weight / 2) for root, weight in zip(roots.tolist(), weights.tolist())]
