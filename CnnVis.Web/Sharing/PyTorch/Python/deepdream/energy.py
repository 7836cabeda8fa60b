def objective(network):
    """What shall grow: the mean square of the layers, by their weights."""
    read = reading(network, list(LAYERS))

    def energy(image):
        seen = read(normalized(image))
        return sum(weight * seen[layer].square().mean() for layer, weight in LAYERS.items())

    return energy
