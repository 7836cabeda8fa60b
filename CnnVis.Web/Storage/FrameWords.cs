using System.Text.Json;
using System.Text.Json.Serialization;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Web.Storage;

/// <summary>All of a frame that is no picture and no array, as it is stored.</summary>
internal sealed record FrameWords(
    int Total,
    IReadOnlyDictionary<string, double> Scalars,
    IReadOnlyList<Prediction> Predictions,
    IReadOnlyList<FrameWords.Map> Maps,
    FrameWords.Training? Trained)
{
    /// <summary>How many values each curve had by then.</summary>
    public IReadOnlyDictionary<string, int> Told { get; init; } = new Dictionary<string, int>();

    // A broken network's numbers may be none.
    private static readonly JsonSerializerOptions Json = new(RunSpecJson.Options)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static FrameWords Of(Frame frame) => new(
        frame.Total,
        frame.Scalars,
        frame.Predictions,
        [.. frame.Maps.Select(map => new Map(map.Title, map.Class, map.Note, map.HasSign))],
        frame.Trained is { } trained ? new Training(trained.Options, trained.Epoch) : null);

    public static FrameWords Of(StoreContext context, string run, int step) =>
        Read(context.Frames.Where(frame => frame.RunId == run && frame.Step == step).Select(frame => frame.Words).Single());

    public static FrameWords Read(string json) => JsonSerializer.Deserialize<FrameWords>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static string WriteCurves(IReadOnlyDictionary<string, IReadOnlyList<double>> curves) => JsonSerializer.Serialize(curves, Json);

    public static IReadOnlyDictionary<string, IReadOnlyList<double>> ReadCurves(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<double>>>(json, Json)!;

    /// <summary>What a map says beside its values.</summary>
    internal sealed record Map(string Title, string? Class, string? Note, bool HasSign)
    {
        public HeatMap With(FloatArray values) => new(Title, values, HasSign) { Class = Class, Note = Note };
    }

    /// <summary>What a trained network is beside its weights.</summary>
    internal sealed record Training(GapLabOptions Options, int Epoch)
    {
        public TrainedNetwork With(IReadOnlyDictionary<string, FloatArray> weights) => new(Options, Epoch, weights);
    }
}
