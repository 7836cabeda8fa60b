def objective(network):
    """What shall grow: the mean square of one channel of the layers, by their weights."""
    read = reading(network, list(LAYERS))

    def energy(image):
        seen = read(normalized(image))
        return sum(weight * seen[layer][:, CHANNEL].square().mean() for layer, weight in LAYERS.items())

    return energy
