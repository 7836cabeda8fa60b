using System.Globalization;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.NeuronOptimization;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>What should grow: one thing, or several by their weights.</summary>
public sealed partial class NeuronTerms
{
    [Parameter, EditorRequired]
    public required NetworkInfo Network { get; set; }

    [Parameter, EditorRequired]
    public required NeuronOptions Options { get; set; }

    [Parameter]
    public EventCallback<NeuronOptions> OptionsChanged { get; set; }

    private int Side => Options.Size ?? Network.VisualizationSize;

    private NeuronTerm Single => SingleOf(Options);

    /// <summary>The options with every place inside its map; those that lie outside go back to the middle.</summary>
    public static NeuronOptions Inside(NeuronOptions options, NetworkInfo network)
    {
        var size = options.Size ?? network.VisualizationSize;
        return WithSingle(options, NeuronTermEditor.Inside(SingleOf(options), network, size)) with
        {
            Terms = [.. options.Terms.Select(term => NeuronTermEditor.Inside(term, network, size))],
        };
    }

    private static NeuronTerm SingleOf(NeuronOptions options) => new()
    {
        Objective = options.Objective, Layer = options.Layer, Channel = options.Channel,
        X = options.X, Y = options.Y, Target = options.Target,
    };

    private static NeuronOptions WithSingle(NeuronOptions options, NeuronTerm term) => options with
    {
        Objective = term.Objective, Layer = term.Layer, Channel = term.Channel, X = term.X, Y = term.Y, Target = term.Target,
    };

    private Task SetSingle(NeuronTerm term) => Set(WithSingle(Options, term));

    private Task Replace(int index, NeuronTerm by) =>
        Set(Options with { Terms = [.. Options.Terms.Select((term, i) => i == index ? by : term)] });

    // The first becomes one of two; the other begins beside it.
    private Task Add()
    {
        IReadOnlyList<NeuronTerm> terms = Options.Terms.Count > 0 ? Options.Terms : [Single];
        var channels = Network.Layer(terms[^1].Layer ?? Network.ChannelLayer).Channels;
        return Set(Options with { Terms = [.. terms, terms[^1] with { Channel = (terms[^1].Channel + 1) % channels }] });
    }

    // What is left alone is the single one again.
    private Task Remove(int index)
    {
        List<NeuronTerm> left = [.. Options.Terms.Where((_, i) => i != index)];
        return Set(left.Count > 1 ? Options with { Terms = left } : WithSingle(Options, left[0]) with { Terms = [] });
    }

    private Task Weigh(int index, NeuronTerm term, string? text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight)
            ? Replace(index, term with { Weight = Math.Clamp(weight, -100, 100) })
            : Task.CompletedTask;

    private Task Set(NeuronOptions options) => OptionsChanged.InvokeAsync(options);
}
