using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CnnVis.Core;

/// <summary>
/// Enums by their words, letter by letter. The library's own converter also takes lists of words with commas, adds up
/// their numbers, and so turns two methods into a third.
/// </summary>
internal sealed class ExactEnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    /// <summary>The words of an enum, in order.</summary>
    public static IEnumerable<string> WordsOf(Type type) => Enum.GetValues(type).Cast<Enum>().Select(WordOf);

    private static string WordOf(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString();

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(value => WordOf(value));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(WordOf(value));
    }
}
