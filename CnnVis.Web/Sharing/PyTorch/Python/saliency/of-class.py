def explained(network, target):
    """From inputs to the number of each that is explained: the class's."""
    return lambda x: score(network(x), target)
