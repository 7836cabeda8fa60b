using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques;

/// <summary>A technique that looks into a network that is there already.</summary>
/// <typeparam name="TOptions">The record that holds the technique's options.</typeparam>
public abstract class NetworkTechnique<TOptions>(string id, string title) : Technique<TOptions>(id, title)
    where TOptions : TechniqueOptions
{
    /// <inheritdoc/>
    public sealed override bool NeedsNetwork => true;

    /// <inheritdoc/>
    protected sealed override TOptions Complete(TOptions options, NetworkInfo? network) => CompleteFor(options, Required(network));

    /// <inheritdoc/>
    protected sealed override IEnumerable<Frame> Run(TechniqueInput input, TOptions options) =>
        Run(Required(input.Network), input, options);

    /// <inheritdoc cref="ITechnique.Complete"/>
    protected abstract TOptions CompleteFor(TOptions options, NetworkInfo network);

    /// <summary>The steps; the picture is there if <see cref="ITechnique.NeedsPicture"/> says so.</summary>
    protected abstract IEnumerable<Frame> Run(Network network, TechniqueInput input, TOptions options);

    private T Required<T>(T? thing) => thing ?? throw new InvalidOptionsException($"{Title} looks into a network: choose one.");
}
