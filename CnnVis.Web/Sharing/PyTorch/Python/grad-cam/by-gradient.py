import torch


def looking(network, layers, x):
    """Prepares a function that gives a layer's raw map for a class."""
    seen = reading(network, [*layers, OUTPUT])(x.detach().requires_grad_())

    def raw_map(layer, target):
        (gradient,) = torch.autograd.grad(score(seen[OUTPUT], target).sum(), seen[layer], retain_graph=True)
        return formula(seen[layer][0].detach(), gradient[0])

    return raw_map
