def further(network, x, maps, classes):
    """The map of each layer."""
    return {f"heatmap.{layer}": heat for layer, heat in zip(LAYERS, maps)}
