using CnnVis.Core.Networks;

namespace CnnVis.Web.Components.Playground;

/// <summary>What stands on one stage: a network and options to edit, and the run started with them.</summary>
/// <param name="RunId">The run, or null before the first.</param>
public sealed record Draft<TOptions>(NetworkInfo Network, TOptions Options, string? RunId = null)
{
    /// <summary>What the run started from, or null where that is noise.</summary>
    public PictureChoice? Picture { get; init; }

    /// <summary>Keeps a stage itself while other stages come and go.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>The same settings on another stage.</summary>
    public Draft<TOptions> Beside() => new(Network, Options);
}
