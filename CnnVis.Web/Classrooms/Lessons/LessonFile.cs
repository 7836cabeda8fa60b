using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.ComponentModel;
using CnnVis.Core;

namespace CnnVis.Web.Classrooms.Lessons;

/// <summary>Lessons as JSON files, which teachers write, keep and pass on.</summary>
public static class LessonFile
{
    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 256 * 1024;

    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is read in files, not in pages
        MaxDepth = 16,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    /// <summary>The lesson in a file.</summary>
    /// <exception cref="InvalidOptionsException">It is none; the sentence says where it fails.</exception>
    public static Lesson Read(string json)
    {
        try
        {
            var file = json.Length <= MostBytes ? JsonNode.Parse(json, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = Options.MaxDepth })
                : throw new InvalidOptionsException($"The lesson is too long: a file has up to {MostBytes / 1024} KB.");
            (file as JsonObject)?.Remove("$schema"); // it tells editors how to help
            var lesson = file.Deserialize<Lesson>(Options) ?? throw new InvalidOptionsException("The file is empty: a lesson is a JSON object.");
            LessonCheck.Require(lesson);
            return lesson;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw NoLesson(e);
        }
    }

    /// <summary>The file of a lesson.</summary>
    public static string Write(Lesson lesson) => JsonSerializer.Serialize(lesson, Options);

    /// <summary>The format as JSON Schema, for editors and for other programs.</summary>
    public static string Schema => Options.GetJsonSchemaAsNode(typeof(Lesson), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe })
        .ToJsonString(Options);

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var words = (context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type)
            .GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault();
        if (words is not null && schema is JsonObject described)
        {
            described.Insert(0, "description", words.Description);
        }

        return schema;
    }

    // The framework's own sentences go on with type names that help nobody here.
    private static InvalidOptionsException NoLesson(Exception problem) => problem switch
    {
        JsonException { Path: { Length: > 1 } path } => new InvalidOptionsException(
            $"This is no lesson file: \"{path.TrimStart('$', '.').Shortened()}\" is unknown, given twice, of the wrong kind, or lacks something.", problem),
        JsonException { Path: null, LineNumber: { } line } => new InvalidOptionsException($"This is no lesson file: line {line + 1} is no JSON.", problem),
        _ => new InvalidOptionsException("This is no lesson file: it is not a JSON object that has a title and steps.", problem),
    };
}
