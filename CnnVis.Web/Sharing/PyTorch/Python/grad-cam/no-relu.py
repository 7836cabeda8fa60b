def final(heat):
    """What speaks against the class stays, below zero."""
    return heat
