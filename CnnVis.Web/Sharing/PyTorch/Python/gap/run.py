import torch


@torch.no_grad()
def run(network, picture):
    """Where each class sees itself: the raw results by name, and a picture."""
    picture = square(picture, SIDE)
    x = normalized(pixels(picture))
    logits = network(x)[0]
    predicted(logits)
    classes = CLASSES or logits.topk(COUNT).indices.tolist()
    maps = class_maps(network, reading(network, [MAPS])(x)[MAPS][0], classes)
    return {"class-maps": maps, "logits": logits}, lit(picture, maps)
