using System.Text.Json;
using System.Text.Json.Serialization;

namespace CnnVis.Core.Attribution;

/// <summary>Which classes to explain: the given ones, or the most probable. In JSON a number, a list of numbers, or "top".</summary>
/// <param name="indices">Places among the logits; none means the most probable.</param>
[JsonConverter(typeof(Converter))]
public sealed class ClassTargets(params IReadOnlyList<int> indices) : IEquatable<ClassTargets>
{
    /// <summary>As many classes as fit beside each other.</summary>
    public const int Most = 12;

    private const string TopWord = "top";

    /// <summary>The most probable class or classes of the picture.</summary>
    public static ClassTargets Top { get; } = new();

    /// <summary>The given classes; empty for <see cref="Top"/>.</summary>
    public IReadOnlyList<int> Indices { get; } = indices;

    /// <summary>Whether the picture decides.</summary>
    public bool IsTop => Indices.Count == 0;

    /// <summary>With a class more, or without it if it is there; the first makes room where there are too many.</summary>
    public ClassTargets Toggled(int index, int most = Most) => Indices.Contains(index)
        ? new ClassTargets([.. Indices.Where(other => other != index)])
        : new ClassTargets([.. Indices.Append(index).TakeLast(most)]);

    /// <inheritdoc/>
    public bool Equals(ClassTargets? other) => other is not null && Indices.SequenceEqual(other.Indices);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClassTargets);

    /// <inheritdoc/>
    public override int GetHashCode() => Indices.Aggregate(17, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => IsTop ? TopWord : string.Join(", ", Indices);

    private sealed class Converter : JsonConverter<ClassTargets>
    {
        public override ClassTargets Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String when reader.ValueTextEquals(TopWord) => Top,
                JsonTokenType.Number when reader.TryGetInt32(out var one) => new ClassTargets(one),
                JsonTokenType.StartArray => new ClassTargets(ReadList(ref reader)),
                _ => throw new JsonException(),
            };

        public override void Write(Utf8JsonWriter writer, ClassTargets value, JsonSerializerOptions options)
        {
            if (value.IsTop)
            {
                writer.WriteStringValue(TopWord);
            }
            else if (value.Indices.Count == 1)
            {
                writer.WriteNumberValue(value.Indices[0]);
            }
            else
            {
                JsonSerializer.Serialize(writer, value.Indices, options);
            }
        }

        private static List<int> ReadList(ref Utf8JsonReader reader)
        {
            var list = new List<int>();
            while (reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var next))
            {
                list.Add(next);
            }

            // An empty list names no class; "top" is the word for that wish.
            return reader.TokenType == JsonTokenType.EndArray && list.Count > 0 ? list : throw new JsonException();
        }
    }
}
