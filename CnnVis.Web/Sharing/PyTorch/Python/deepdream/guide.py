import torch


def objective(network, guide):
    """What shall grow: how well each place of a layer agrees with that place of the guide which it agrees with best."""
    read = reading(network, list(LAYERS))
    with torch.no_grad():
        seen = read(normalized(pixels(fitted(guide, 224))))
    wanted = {layer: some(seen[layer][0].flatten(1)) for layer in LAYERS}

    def agreement(image):
        seen = read(normalized(image))
        return sum(weight * matched(seen[layer][0].flatten(1), wanted[layer]) for layer, weight in LAYERS.items())

    return agreement


def some(vectors):
    """At most 400 places, evenly spread: more would be much alike."""
    count = vectors.shape[1]
    return vectors if count <= 400 else vectors[:, torch.linspace(0, count - 1, 400).round().long()]


def matched(vectors, guide):
    """The mean product of each place with its best match, which is chosen anew in each step."""
    best = (guide.T @ vectors.detach()).argmax(0)
    return (vectors * guide[:, best]).mean()
