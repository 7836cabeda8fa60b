using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques;

/// <summary>What all techniques share: an explanation, typed options, and sentences for what is missing.</summary>
/// <typeparam name="TOptions">The record that holds the technique's options.</typeparam>
public abstract class Technique<TOptions>(string id, string title) : ITechnique
    where TOptions : TechniqueOptions
{
    /// <inheritdoc/>
    public string Id { get; } = id;

    /// <inheritdoc/>
    public string Title { get; } = title;

    /// <inheritdoc/>
    public string ExplanationIn(string language)
    {
        // It lies beside the technique and is named like their folder: DeepDream/DeepDream.md, and translated DeepDream.de.md.
        var (assembly, folder) = (GetType().Assembly, GetType().Namespace!);
        var name = $"{folder}.{folder.Split('.')[^1]}";
        using var stream = assembly.GetManifestResourceStream($"{name}.{language}.md") ?? assembly.GetManifestResourceStream($"{name}.md")
            ?? throw new InvalidOperationException($"{name}.md is not among the resources.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public Type OptionsType => typeof(TOptions);

    /// <inheritdoc/>
    public abstract bool NeedsNetwork { get; }

    /// <inheritdoc/>
    public bool NeedsPicture(TechniqueOptions options) => NeedsPicture(Typed(options));

    /// <inheritdoc/>
    public TechniqueOptions Complete(TechniqueOptions options, NetworkInfo? network)
    {
        var typed = Typed(options);
        typed.Validate();
        return Complete(typed, network);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> PictureIds(TechniqueOptions options) => PictureIds(Typed(options));

    /// <inheritdoc/>
    public string? DataSetId(TechniqueOptions options) => DataSetId(Typed(options));

    /// <inheritdoc/>
    public IEnumerable<Frame> Run(TechniqueInput input) => Run(
        input with { Picture = NeedsPicture(input.Options) ? Required(input.Picture) : null }, Typed(input.Options));

    /// <inheritdoc cref="ITechnique.NeedsPicture"/>
    protected abstract bool NeedsPicture(TOptions options);

    /// <inheritdoc cref="ITechnique.PictureIds"/>
    protected virtual IReadOnlyList<string> PictureIds(TOptions options) => [];

    /// <inheritdoc cref="ITechnique.DataSetId"/>
    protected virtual string? DataSetId(TOptions options) => null;

    /// <inheritdoc cref="ITechnique.Complete"/>
    protected abstract TOptions Complete(TOptions options, NetworkInfo? network);

    /// <summary>The steps; the picture is there if <see cref="NeedsPicture(TOptions)"/> says so.</summary>
    protected abstract IEnumerable<Frame> Run(TechniqueInput input, TOptions options);

    private Picture Required(Picture? picture) =>
        picture ?? throw new InvalidOptionsException($"{Title} starts from a picture: choose one, or upload your own.");

    private TOptions Typed(TechniqueOptions options) => options as TOptions
        ?? throw new InvalidOptionsException($"{Title} cannot be run with the options of another technique.");
}
