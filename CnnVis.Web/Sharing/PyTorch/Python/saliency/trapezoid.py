def places(count):
    """Where on the way from 0 to 1 to look, and what each look counts: evenly, both ends half, as in Captum."""
    return [(i / (count - 1), (0.5 if i in (0, count - 1) else 1) / count) for i in range(count)]
