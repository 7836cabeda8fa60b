def explained(network, target):
    """From inputs to the number of each that is explained: the mean of a layer, whatever the class."""
    read = reading(network, [LAYER])
    return lambda x: read(x)[LAYER].flatten(1).mean(1)
