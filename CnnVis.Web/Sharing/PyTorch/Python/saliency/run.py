import torch


def run(network, picture):
    """How much each pixel matters: the raw results by name, and a picture."""
    picture = square(picture, SIDE)
    x = normalized(pixels(picture))
    with torch.no_grad():
        logits = network(x)[0]
    predicted(logits)
    target = CLASSES[0] if CLASSES else int(logits.argmax())
    found = attribution(explained(network, target), x)[0]
    heat = reduced(found)
    return {"attribution": found, "heatmap": heat, "logits": logits}, lit(picture, [heat])
