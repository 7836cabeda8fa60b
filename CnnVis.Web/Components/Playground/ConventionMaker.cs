using CnnVis.Core;
using CnnVis.Core.Imaging;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Playground;

/// <summary>Shows one map of a finished run under the conventions of papers and programs, and measures what each changes.</summary>
internal sealed class ConventionMaker
{
    private readonly List<ConventionTile> _tiles = [];
    private readonly List<string> _missing = [];
    private readonly Frame _frame;
    private readonly HeatMap _map;
    private readonly MapRules _usual;
    private readonly FloatArray _reference;
    private readonly int _index;

    private ConventionMaker(Frame frame, int index)
    {
        (_frame, _index, _map) = (frame, index, frame.Maps[index]);
        _usual = MapRules.Usual(_map.HasSign, IsPixelwise);
        _reference = Scaled(_map.Values, _usual, null);
    }

    private bool IsPixelwise => _map.IsPixelwise(_frame.Picture);

    /// <param name="frame">The run's last frame; with at least one map.</param>
    /// <param name="twin">The last frame of the same run for the probability, if there is one.</param>
    /// <param name="index">Which of the maps.</param>
    public static ConventionSet Make(Frame frame, Frame? twin, int index)
    {
        var maker = new ConventionMaker(frame, index);
        maker.Add(Key("The usual"), maker.UsualSentence, maker._map.Values, maker._usual);
        maker.AddTarget(twin);
        maker.AddRelu();
        maker.AddScales();
        maker.AddSizes();
        maker.AddReductions();
        return new ConventionSet(maker._tiles, maker._missing);
    }

    private string UsualSentence => (IsPixelwise, _map.HasSign) switch
    {
        (true, true) => Key("White is zero, and the scale ends at the 99th percentile of the magnitudes."),
        (true, false) => Key("The scale ends at the 99th percentile, so that a few peaks do not hide the rest."),
        (false, true) => Key("White is zero, and the largest magnitude takes the last colour."),
        _ => Key("Divided by its largest number, and smooth between the centres of the cells."),
    };

    private void AddTarget(Frame? twin)
    {
        if (twin is not null && twin.Maps.Count > _index)
        {
            Add(Key("Probability instead of logit"),
                Key("A probability also rises when the other classes fall: what speaks against them counts too."), twin.Maps[_index].Values, _usual);
        }
    }

    private void AddRelu()
    {
        if (_map.HasSign)
        {
            Add(Key("With ReLU"), Key("What speaks against is cut away, and looks like nothing at all."), _map.Values,
                MapRules.Usual(hasSign: false, IsPixelwise) with { HasSign = true, Relu = true });
        }
        else if (_index == 0 && _frame.Arrays.TryGetValue("heatmap-raw", out var raw))
        {
            Add(Key("Without ReLU"), Key("What speaks against the class stays visible, in blue."), raw, MapRules.Usual(hasSign: true));
        }
        else
        {
            _missing.Add(Key("Without ReLU: this map has no numbers from before a ReLU."));
        }
    }

    private void AddScales()
    {
        Add(Key("Min-max"), _map.HasSign
            ? Key("The lowest number takes the first colour: zero is no longer white, and blue no longer means against.")
            : Key("The weakest place becomes 0, however strong it is: differences grow, and strength is lost."),
            _map.Values, _usual with { Normalization = MapNormalization.MinMax });
        if (IsPixelwise)
        {
            Add(Key("By the largest"), Key("One bright pixel decides how dark all others are."), _map.Values,
                _usual with { Normalization = MapRules.Usual(_map.HasSign).Normalization });
        }
        else
        {
            Add(Key("98th percentile"), Key("The top 2 % all take the last colour, so that a peak does not hide the rest."), _map.Values,
                _usual with { Normalization = MapNormalization.Percentile98 });
        }

        if (_frame.Maps.Count > 1)
        {
            Add(Key("Common scale"), Key("All maps of this run share their ends, so that strengths compare and weak maps look weak."), _map.Values,
                _usual, HeatMapDisplay.Scale(_frame.Maps.Select(map => map.Values), _usual));
        }
        else
        {
            _missing.Add(Key("Common scale: this run has one map only."));
        }
    }

    private void AddSizes()
    {
        if (IsPixelwise)
        {
            _missing.Add(Key("Resizing: this map has a number for each pixel, so no rule for it changes anything."));
            return;
        }

        Add(Key("Nearest"), Key("The cells that the layer really has: whatever looks finer elsewhere is drawn between them."), _map.Values,
            _usual with { Resize = MapResize.Nearest });
        Add(Key("Aligned corners"), Key("The outer cells' centres move to the picture's edge, and everything else moves along, by up to half a cell."),
            _map.Values, _usual with { Resize = MapResize.BilinearAligned });
    }

    private void AddReductions()
    {
        if (_index != 0 || !_frame.Arrays.TryGetValue("attribution", out var attribution) || attribution.Shape is not [3, _, _])
        {
            return;
        }

        Add(Key("Largest of the colours"), Key("For each pixel the colour that matters most decides: the rule of the first paper, 2013."),
            ChannelReduction.MaxAbs(attribution), MapRules.Usual(hasSign: false, isPixelwise: true));
        Add(Key("Sum of magnitudes"), Key("All three colours count, for and against alike."),
            ChannelReduction.SumAbs(attribution), MapRules.Usual(hasSign: false, isPixelwise: true));
        Add(Key("Sum with sign"), Key("Colours that disagree cancel out: red speaks for, blue against."),
            ChannelReduction.Sum(attribution), MapRules.Usual(hasSign: true, isPixelwise: true));
    }

    private void Add(string title, string sentence, FloatArray map, MapRules rules, MapRange? scale = null)
    {
        var shown = HeatMapDisplay.Over(_frame.Picture, map, rules, ColourMap.Usual(rules.ShowsSign), scale: scale);
        var scaled = Scaled(map, rules, scale);
        _tiles.Add(new ConventionTile(title, sentence, $"data:image/webp;base64,{Convert.ToBase64String(PictureEncoder.WebP(shown))}",
            MapComparison.Spearman(_reference.Values, scaled.Values), MapComparison.LargestDifference(_reference.Values, scaled.Values)));
    }

    private FloatArray Scaled(FloatArray map, MapRules rules, MapRange? scale) =>
        HeatMapDisplay.Scaled(map, _frame.Picture.Height, _frame.Picture.Width, rules, scale);
}
