import torch.fx
from torch import nn


class GuidedReLU(torch.autograd.Function):
    """A ReLU through which, backward as well as forward, only passes what is positive."""

    @staticmethod
    def forward(context, x):
        context.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(context, gradient):
        (x,) = context.saved_tensors
        return gradient.clamp(min=0) * (x > 0)


@torch.fx.wrap  # so that it stays one node where the network is traced
def relu(x):
    return GuidedReLU.apply(x)


class Guided:
    """While it lasts, every ReLU is a guided one."""

    def __enter__(self):
        self.before = nn.functional.relu, nn.ReLU6.forward
        nn.functional.relu = lambda x, inplace=False: relu(x)
        nn.ReLU6.forward = lambda module, x: relu(x).clamp(max=6)

    def __exit__(self, *error):
        nn.functional.relu, nn.ReLU6.forward = self.before
