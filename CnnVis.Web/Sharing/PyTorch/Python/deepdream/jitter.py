from torch.nn import functional as F


def shifted(image, step):
    """The picture as the network sees it in a step: moved a little, what comes in at the edges mirrored."""
    height, width = image.shape[2:]
    margin = min(JITTER, height - 1, width - 1)
    down, across = SHIFTS[step]
    framed = F.pad(image, [margin] * 4, mode="reflect")
    return framed[:, :, margin + down:margin + down + height, margin + across:margin + across + width]
