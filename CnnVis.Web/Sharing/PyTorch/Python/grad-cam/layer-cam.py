def formula(a, g):
    """LayerCAM: each place of the activation a by its own gradient g, where that is positive."""
    return (g.clamp(min=0) * a).sum(0)
