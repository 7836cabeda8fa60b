def formula(a, g):
    """Grad-CAM (Selvaraju et al. 2016): each channel of the activation a by its mean gradient g."""
    return weighed(g.mean((1, 2)), a)
