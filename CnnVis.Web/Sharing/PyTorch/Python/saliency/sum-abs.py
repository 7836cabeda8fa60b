def reduced(attribution):
    """One number for each pixel: the sum of the magnitudes of its three colours."""
    return attribution.abs().sum(0)
