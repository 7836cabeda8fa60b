def score(logits, target):
    """What is explained of a class: its probability."""
    return logits.softmax(1)[:, target]
