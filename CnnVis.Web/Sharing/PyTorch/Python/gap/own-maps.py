def class_maps(network, activation, classes):
    """Each class has a map of its own, whose mean is its logit."""
    return activation[classes]
