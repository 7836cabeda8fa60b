using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

/// <summary>
/// Writes tensors as a safetensors file. The same tensors always give the same bytes, so a shipped network has one
/// SHA-256.
/// </summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes a file, replacing one of that name.</summary>
    /// <inheritdoc cref="Write(Stream, IReadOnlyDictionary{string, Tensor}, IReadOnlyDictionary{string, string}?)"/>
    public static void Write(
        string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var places = Place(tensors);
        using var file = File.Create(path);
        Write(file, places, metadata);
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="tensors">Tensors of any shape, float32 or float16; they stay the caller's.</param>
    /// <param name="metadata">Free text by key, such as a licence; readers may ignore it.</param>
    /// <exception cref="ArgumentException">A tensor has another element type or a name the format reserves.</exception>
    public static void Write(
        Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        Write(stream, Place(tensors), metadata);

    private static void Write(Stream stream, List<Placed> places, IReadOnlyDictionary<string, string>? metadata)
    {
        var header = Header(places, metadata ?? new Dictionary<string, string>());
        Span<byte> length = stackalloc byte[SafetensorsHeader.LengthSize];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var place in places)
        {
            WriteData(stream, place.Tensor);
        }
    }

    // Wider elements first: then each tensor is aligned to its elements, which some readers map without copying.
    private static List<Placed> Place(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var places = new List<Placed>();
        var end = 0L;
        var ordered = tensors.OrderByDescending(t => t.Value.ElementSize).ThenBy(t => t.Key, StringComparer.Ordinal);
        foreach (var (name, tensor) in ordered)
        {
            var begin = end;
            end += tensor.numel() * tensor.ElementSize;
            places.Add(new Placed(name, TypeName(name, tensor), tensor, begin, end));
        }
        return places;
    }

    private static string TypeName(string name, Tensor tensor) => (name, tensor.dtype) switch
    {
        (SafetensorsHeader.Metadata, _) => throw new ArgumentException($"The format reserves \"{name}\".", nameof(name)),
        (_, ScalarType.Float32) => "F32",
        (_, ScalarType.Float16) => "F16",
        _ => throw new ArgumentException($"\"{name}\" is {tensor.dtype}, not Float32 or Float16.", nameof(tensor)),
    };

    private static byte[] Header(List<Placed> places, IReadOnlyDictionary<string, string> metadata)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            foreach (var place in places.OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                WriteEntry(json, place);
            }
            json.WriteEndObject();
        }
        while (bytes.Length % Alignment != 0)
        {
            bytes.WriteByte((byte)' ');
        }
        return bytes.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
        {
            return;
        }
        json.WriteStartObject(SafetensorsHeader.Metadata);
        foreach (var (key, value) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, Placed place)
    {
        json.WriteStartObject(place.Name);
        json.WriteString("dtype", place.Type);
        WriteNumbers(json, "shape", place.Tensor.shape);
        WriteNumbers(json, "data_offsets", [place.Begin, place.End]);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }
        json.WriteEndArray();
    }

    private static void WriteData(Stream stream, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        if (tensor.numel() > 0)
        {
            stream.Write(tensor.detach().cpu().contiguous().bytes);
        }
    }

    private sealed record Placed(string Name, string Type, Tensor Tensor, long Begin, long End);
}
