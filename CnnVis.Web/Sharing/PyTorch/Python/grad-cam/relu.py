def final(heat):
    """What speaks against the class is cut off."""
    return heat.clamp(min=0)
