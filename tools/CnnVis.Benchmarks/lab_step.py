"""The lab's training step in PyTorch, for LabSpeed.cs: reads a number of steps from each line, prints images per second.

Arguments: side, channels of the pictures, batch, manner (pytorch or keras), then the widths.
"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional

side, channels, batch = (int(value) for value in sys.argv[1:4])
keras, widths = sys.argv[4] == "keras", [int(value) for value in sys.argv[5:]]
torch.set_num_threads(1)
torch.manual_seed(1)

layers, width = [], 3
for number, next_width in enumerate(widths, 1):
    convolution = nn.Conv2d(width, next_width, 3, padding=1)
    if keras:
        layers += [convolution, nn.ReLU(), nn.BatchNorm2d(next_width, eps=1e-3, momentum=0.01)]
    else:
        layers += [convolution, nn.BatchNorm2d(next_width), nn.ReLU()]
    if number < len(widths) and number <= 2:
        layers.append(nn.MaxPool2d(2))
    width = next_width
layers += [nn.Conv2d(width, 10, 3, padding=1)] + ([nn.ReLU()] if keras else [])
network = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten())
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, eps=1e-7 if keras else 1e-8)
pictures = torch.randint(0, 256, (2000, channels, side, side), dtype=torch.uint8)
classes = torch.randint(0, 10, (2000,))


def step():
    chosen = torch.randint(0, len(pictures), (batch,))
    images = pictures[chosen].float().div_(255)
    if channels == 1:
        images = images.expand(-1, 3, -1, -1)
    if not keras:
        images = images.sub(0.5).div_(0.5)
    optimizer.zero_grad(set_to_none=True)
    logits = network(images)
    loss = functional.cross_entropy(logits, classes[chosen])
    loss.backward()
    optimizer.step()
    return loss.item(), (logits.argmax(1) == classes[chosen]).float().mean().item()


for line in sys.stdin:
    start, steps = time.perf_counter(), int(line)
    for _ in range(steps):
        step()
    print(batch * steps / (time.perf_counter() - start), flush=True)
