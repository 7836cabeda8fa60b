def attribution(f, x):
    """The gradient, of which each ReLU passes only what is positive (Springenberg et al. 2014)."""
    with Guided():
        return slope(f, x)
