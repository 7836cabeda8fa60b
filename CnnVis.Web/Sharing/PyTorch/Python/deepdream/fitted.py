from PIL import Image


def fitted(picture, longer):
    """The picture, shrunk if its longer side has more pixels than that."""
    scale = longer / max(picture.size)
    if scale >= 1:
        return picture
    return picture.resize(tuple(max(1, round(side * scale)) for side in picture.size), Image.BILINEAR)
