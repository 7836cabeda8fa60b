def formula(a, g):
    """HiResCAM: each place of the activation a by its own gradient g."""
    return (g * a).sum(0)
