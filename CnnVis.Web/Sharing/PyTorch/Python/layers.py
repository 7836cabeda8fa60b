import torch.fx
from torchvision.models.feature_extraction import NodePathTracer


def reading(network, layers):
    """The network as a function from its input to the activations of some of its layers, by their names."""
    tracer = NodePathTracer()
    graph = tracer.trace(network)
    names = tracer.node_to_qualname.items()
    last = {layer: node for layer in layers for node, name in names if f"{name}.".startswith(f"{layer}.")}
    for node in graph.nodes:
        if node.op == "output":
            node.args = (last,)
        if "inplace" in node.kwargs:
            node.kwargs = {**node.kwargs, "inplace": False}
    for module in network.modules():
        if hasattr(module, "inplace"):
            module.inplace = False  # a ReLU that writes over its input may spoil just what is to be looked at
    traced = torch.fx.GraphModule(network, graph)
    traced.graph.eliminate_dead_code()  # what the layers do not depend on
    traced.recompile()
    return traced
