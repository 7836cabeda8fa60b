using System.Buffers.Binary;
using System.Text.Json;

namespace CnnVis.Core.Weights;

/// <summary>
/// The head of a safetensors file: eight bytes of length, little-endian, then that much JSON, which gives every tensor's
/// type, shape and place. The format is described at https://huggingface.co/docs/safetensors.
/// </summary>
internal static class SafetensorsHeader
{
    public const string Metadata = "__metadata__";
    public const int LengthSize = sizeof(ulong);

    // The limit of the format's own reference reader.
    private const int LongestHeader = 100_000_000;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads the header and leaves the stream at the first tensor.</summary>
    /// <returns>The tensors in the order of their data, which follow one another without gap or overlap.</returns>
    public static IReadOnlyList<SafetensorsEntry> Read(Stream file)
    {
        var entries = Parse(ReadBytes(file)).OrderBy(e => e.Begin).ThenBy(e => e.End).ToList();
        CheckPlaces(entries, file.Length - file.Position);
        return entries;
    }

    private static byte[] ReadBytes(Stream file)
    {
        Span<byte> field = stackalloc byte[LengthSize];
        file.ReadExactly(field);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(field);
        Refuse.If(length > LongestHeader, "its header claims to be larger than 100 MB");
        Refuse.If((long)length > file.Length - LengthSize, "its header claims to be longer than the file");
        var header = new byte[length];
        file.ReadExactly(header);
        return header;
    }

    private static List<SafetensorsEntry> Parse(byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header, Json);
            return [.. json.RootElement.EnumerateObject().Where(p => p.Name != Metadata).Select(Entry)];
        }
        // JsonElement throws the latter two where a value is of another kind or not a whole number.
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new WeightsRefusedException("its header is damaged");
        }
    }

    private static SafetensorsEntry Entry(JsonProperty property)
    {
        var type = Field(property, "dtype").GetString() ?? "";
        var offsets = Numbers(Field(property, "data_offsets"));
        Refuse.If(offsets.Length != 2, $"the tensor {Wording.Quoted(property.Name)} has impossible data offsets");
        var entry = new SafetensorsEntry(
            property.Name, SafetensorsType.Named(type), Numbers(Field(property, "shape")), offsets[0], offsets[1]);
        entry.Check();
        return entry;
    }

    private static JsonElement Field(JsonProperty tensor, string name) => tensor.Value.TryGetProperty(name, out var field)
        ? field
        : throw new WeightsRefusedException($"the tensor {Wording.Quoted(tensor.Name)} has no {name}");

    private static long[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetInt64())];

    // Tensors that overlap would let a small file fill a large memory, so the format forbids them.
    private static void CheckPlaces(List<SafetensorsEntry> entries, long available)
    {
        var end = 0L;
        foreach (var entry in entries)
        {
            Refuse.If(entry.Begin != end, $"the data of the tensor {Wording.Quoted(entry.Name)} overlaps or leaves a gap");
            end = entry.End;
        }
        Refuse.If(end > available, "it ends too early, as after a download that was cut short");
        Refuse.If(end < available, "it holds data that belongs to no tensor");
    }
}
