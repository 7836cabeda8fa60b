using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;

namespace CnnVis.Web.Components.Playground;

/// <summary>What a page is opened with by its address, instead of its defaults: see <see cref="PlaygroundAddress"/>.</summary>
/// <param name="Network">The network's id, or null for the page's own choice.</param>
/// <param name="Image">The picture's id, or null for the page's own choice.</param>
/// <param name="Start">Whether it runs at once.</param>
public sealed record Opening<TOptions>(string? Network, TOptions Options, long Seed, string? Image, bool Start)
    where TOptions : TechniqueOptions
{
    /// <summary>The network it names, for which the options are valid too: an editor can show them.</summary>
    /// <exception cref="CnnVisException">A link may name anything.</exception>
    public NetworkInfo Check(string technique, IReadOnlyList<NetworkInfo> networks)
    {
        var network = Network is null ? networks[0] : RandomizedNetwork.Find(Network, id => networks.FirstOrDefault(known => known.Id == id))
            ?? throw new UnknownThingException("network", Network, $"Ready here: {string.Join(", ", networks.Select(known => known.Id))}.");
        TechniqueCatalog.Find(technique).Complete(Options, network);
        return network;
    }
}
