def formula(a, g):
    """Grad-CAM++ (Chattopadhay et al. 2017), with the derivatives of an exponential score written as powers of g."""
    shares = g**2 / (2 * g**2 + a.sum((1, 2), keepdim=True) * g**3 + 1e-6)
    return weighed((g.clamp(min=0) * shares).sum((1, 2)), a)
