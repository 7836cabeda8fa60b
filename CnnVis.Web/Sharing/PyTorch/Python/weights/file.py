def load(path):
    """The network with the weights of a file. It is looked into, never trained."""
    return build(read(path)).eval().requires_grad_(False)
