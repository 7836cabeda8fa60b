import torch


@torch.no_grad()
def looking(network, layers, x):
    """Prepares a function that gives a layer's raw map, whatever the class."""
    seen = reading(network, layers)(x)

    def raw_map(layer, target):
        """EigenCAM (Muhammad and Yeasin 2020): each place's activations along their main direction."""
        a = seen[layer][0]
        places = a.flatten(1).T
        centred = places - places.mean(0, keepdim=True)
        directions = torch.linalg.svd(centred, full_matrices=False)[2]
        heat = (centred @ directions[0]).view(a.shape[1:])
        return -heat if (heat * a.sum(0)).sum() < 0 else heat  # large where the layer is active

    return raw_map
