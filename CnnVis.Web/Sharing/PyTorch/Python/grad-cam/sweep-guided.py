def further(network, x, maps, classes):
    """The map of each layer, and guided Grad-CAM of the first."""
    by_layer = {f"heatmap.{layer}": heat for layer, heat in zip(LAYERS, maps)}
    return {**by_layer, "attribution": guided_map(network, x, maps[0], classes[0])}
