def reduced(attribution):
    """One number for each pixel: the largest magnitude of its three colours."""
    return attribution.abs().amax(0)
