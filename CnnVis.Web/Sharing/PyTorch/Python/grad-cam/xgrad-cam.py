def formula(a, g):
    """XGrad-CAM: each channel by its gradients g, weighed by where the activation a is."""
    return weighed((g * a).sum((1, 2)) / (a.sum((1, 2)) + 1e-7), a)
