def attribution(f, x):
    """The gradient, added up on the way from a blank input to this one, times the way (Sundararajan et al. 2017)."""
    return x * sum(weight * slope(f, place * x) for place, weight in places(STEPS))
