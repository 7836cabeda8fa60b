def attribution(f, x):
    """The gradient times the input (Shrikumar et al. 2016)."""
    return slope(f, x) * x
