def score(logits, target):
    """What is explained of a class: its logit, the number before the softmax."""
    return logits[:, target]
