import itertools


def ascent(f):
    """Prepares a function that takes some steps uphill, each of which changes a pixel by the rate in the mean."""
    # Steps magnify differences of rounding: on deep layers the dream looks alike, and its numbers drift from the run's.
    steps = itertools.count()

    def ascend(image, count):
        for step in itertools.islice(steps, count):
            gradient = uphill(f, image, step)
            image = (image + RATE * gradient / gradient.abs().mean().clamp(min=1e-12)).clamp(0, 1)
        return image

    return ascend
