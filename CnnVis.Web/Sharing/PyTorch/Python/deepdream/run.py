def run(network, picture, *guide):
    """The dream: the raw result by name, and a picture."""
    ascend = ascent(objective(network, *guide))
    image = dreamt(pixels(fitted(picture, SIZE)), ascend)
    return {"image": image[0]}, shown(image)
