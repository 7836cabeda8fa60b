namespace CnnVis.Core.Networks;

/// <summary>A part of a network that belongs together, such as an Inception module; often a single node.</summary>
/// <param name="Name">The beginning that its nodes' ids share, such as <c>inception_4c</c>, or the id of its only node.</param>
/// <param name="Nodes">Its nodes in forward order, at least one.</param>
/// <param name="Inputs">What it reads from before it: ids of earlier nodes, or <see cref="NetworkGraph.Input"/>.</param>
/// <param name="Outputs">Ids of its nodes that a later block reads, or that give the logits.</param>
public sealed record NetworkBlock(
    string Name, IReadOnlyList<Node> Nodes, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs);
