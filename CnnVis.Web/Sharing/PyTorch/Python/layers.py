from torchvision.models.feature_extraction import create_feature_extractor, get_graph_node_names


def reading(network, layers):
    """The network as a function from its input to the activations of some of its layers, by their names."""
    nodes = get_graph_node_names(network, {"leaf_modules": []})[1]
    last = {layer: [node for node in nodes if node == layer or node.startswith(f"{layer}.")][-1] for layer in layers}
    traced = create_feature_extractor(network, sorted(set(last.values())), tracer_kwargs={"leaf_modules": []})
    keep_inputs(traced)

    def read(x):
        activations = traced(x)
        return {layer: activations[node] for layer, node in last.items()}

    return read


def keep_inputs(traced):
    """torchvision's ReLUs write over what they are given, which may be just what is to be looked at."""
    for module in traced.modules():
        if hasattr(module, "inplace"):
            module.inplace = False
    for node in traced.graph.nodes:
        if "inplace" in node.kwargs:
            node.kwargs = {**node.kwargs, "inplace": False}
    traced.recompile()
