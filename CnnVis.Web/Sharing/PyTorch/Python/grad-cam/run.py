import torch


def run(network, picture):
    """Where the layers find the classes: the raw results by name, and a picture."""
    picture = square(picture, SIDE)
    x = normalized(pixels(picture))
    with torch.no_grad():
        logits = network(x)[0]
    predicted(logits)
    classes = CLASSES or [int(logits.argmax())]
    raw_map = looking(network, LAYERS, x)
    raw = [raw_map(layer, target) for layer in LAYERS for target in classes]
    maps = [final(heat) for heat in raw]
    arrays = {"heatmap": maps[0], "heatmap-raw": raw[0], "logits": logits}
    arrays.update(further(network, x, maps, classes))
    return arrays, lit(picture, maps)
