using System.Text;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>A named value at the beginning of a script.</summary>
/// <param name="Value">What <see cref="PythonLiteral.Of"/> can write.</param>
/// <param name="Comment">What it means, or whatever a name may be.</param>
internal sealed record PythonConstant(string Name, object? Value, string? Comment = null)
{
    public override string ToString() => $"{Name} = {PythonLiteral.Of(Value)}{(Comment is null ? "" : $"  # {PythonLiteral.Plain(Comment)}")}\n";
}

/// <summary>
/// Puts a script together: its docstring, the imports of its parts, its constants, and the parts, which are the files in
/// the folder <c>Python</c>. Each has one thing to say, so that a script holds what its run needs and no more.
/// </summary>
internal static class PythonScript
{
    /// <param name="header">The lines of the docstring.</param>
    /// <param name="parts">Names of files, without their ending.</param>
    public static string Of(IEnumerable<string> header, IEnumerable<PythonConstant> constants, IEnumerable<string> parts)
    {
        var lines = parts.SelectMany(part => Read(part).Split('\n').Append("").Append("")).ToList();
        var imports = lines.Where(IsImport).Distinct().OrderBy(line => line[0] == 'f').ThenBy(line => line, StringComparer.Ordinal);
        var code = string.Join('\n', lines.Where(line => !IsImport(line)));
        var script = new StringBuilder("\"\"\"").AppendJoin('\n', header.Select(PythonLiteral.Plain)).Append("\n\"\"\"\n")
            .AppendJoin('\n', imports).Append("\n\n").AppendJoin("", constants).Append("\n\n").Append(code);
        return Tidy(script.ToString());
    }

    private static bool IsImport(string line) =>
        line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("from ", StringComparison.Ordinal);

    // Where imports were taken away, more than two empty lines are left.
    private static string Tidy(string script)
    {
        while (script.Contains("\n\n\n\n", StringComparison.Ordinal))
        {
            script = script.Replace("\n\n\n\n", "\n\n\n", StringComparison.Ordinal);
        }

        return script.TrimEnd('\n') + "\n";
    }

    private static string Read(string part)
    {
        using var stream = typeof(PythonScript).Assembly.GetManifestResourceStream($"PyTorch/{part}.py")
            ?? throw new InvalidOperationException($"There is no Python part {part}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
