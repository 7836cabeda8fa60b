using System.Text.Json;
using System.Text.RegularExpressions;
using CnnVis.Core.Imaging;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Web.Sharing.PyTorch;

/// <summary>Scripts are downloaded, run by the system's Python, and their results held against those of the run.</summary>
public sealed partial class PyTorchCodeTests(PyTorchFixture fixture) : IClassFixture<PyTorchFixture>
{
    private const string Dream = """{"technique":"deepdream","network":"squeezenet1_1","seed":5,"options":{"size":128,"octaves":2,"steps":5,"layers":[{"layer":"features.7"}]}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"technique":"saliency","network":"squeezenet1_1"}""", "attribution", "heatmap", "logits")]
    [InlineData("""{"technique":"grad-cam","network":"squeezenet1_1","options":{"target":[285,287]}}""", "heatmap", "heatmap-raw", "heatmaps", "logits")]
    [InlineData("""{"technique":"gap","network":"squeezenet1_1"}""", "class-maps", "logits")]
    [InlineData(Dream, "image")]
    public async Task A_script_finds_what_the_run_found(string spec, params string[] arrays)
    {
        var run = await fixture.ComputeAsync(spec);
        var script = await DownloadAsync(run.Id);

        var (code, _, complaint) = Python.Run(script.Arguments(fixture.Weights));

        Assert.True(code == 0, complaint);
        Assert.True(File.Exists(script.Result("result.png")));
        AssertSame(run, script, spec, arrays);
    }

    // In one process, since torch takes seconds to start.
    [Fact]
    public async Task Every_option_is_told()
    {
        string[] specs =
        [
            .. Of("saliency", """{"method":"input-x-gradient","score":"probability"}""", """{"method":"smoothgrad","samples":3}""",
                """{"method":"integrated-gradients","steps":4}""", """{"method":"integrated-gradients","steps":4,"rule":"trapezoid","reduction":"signed"}""",
                """{"method":"guided-backprop","reduction":"sum-abs"}""", """{"method":"occlusion","window":100,"stride":60,"target":287}""",
                """{"layer":"features.3.expand3x3"}""", """{"layer":"features.7","method":"guided-backprop"}""", """{"layer":"logits"}"""),
            .. Of("grad-cam", """{"method":"grad-cam++","layer":"features.7"}""", """{"method":"hires-cam","relu":false}""",
                """{"method":"layer-cam","score":"probability"}""", """{"method":"xgrad-cam","layer":"features.12.squeeze"}""",
                """{"method":"eigen-cam"}""", """{"method":"score-cam","layer":"features.3.squeeze"}""", """{"layer":"sweep"}""",
                """{"guided":true}""", """{"guided":true,"upsampling":"nearest","layer":"sweep"}"""),
            .. Of("gap", """{"target":[3,5]}"""),
            .. Of("deepdream", """{"size":96,"octaves":2,"steps":2,"layers":[{"layer":"features.7"},{"layer":"features.7.cat","weight":-0.5}],"jitter":0}""".Replace("features.7.cat", "features.5", StringComparison.Ordinal),
                """{"size":96,"octaves":1,"steps":2,"channel":3,"layers":[{"layer":"features.4"}]}""",
                """{"size":160,"octaves":2,"steps":2,"tile":64,"layers":[{"layer":"features.3"}]}""",
                """{"size":96,"octaves":1,"steps":1,"zoom":2,"zoomSteps":1,"zoomFactor":1.2}""",
                $$"""{"size":96,"octaves":1,"steps":2,"guide":"{{await fixture.AddAsync("squeezenet1_1.chelsea.png")}}"}"""),
            """{"technique":"saliency","network":"builtin"}""",
            """{"technique":"grad-cam","network":"builtin","options":{"layer":"sweep"}}""",
            """{"technique":"gap","network":"builtin"}""",
            """{"technique":"deepdream","network":"builtin","options":{"size":64,"octaves":1,"steps":2}}""",
        ];
        var scripts = new List<(string Spec, ComputedRun Run, Script Script)>();
        foreach (var spec in specs)
        {
            var run = await fixture.ComputeAsync(spec);
            scripts.Add((spec, run, await DownloadAsync(run.Id)));
        }

        var calls = scripts.Select(one => one.Script.Arguments(one.Spec.Contains("builtin", StringComparison.Ordinal) ? BuiltIn : fixture.Weights));
        var (code, printed, complaint) = Python.Run("-c", $$"""
            import runpy, sys
            for sys.argv in {{JsonSerializer.Serialize(calls)}}:
                print(sys.argv)
                runpy.run_path(sys.argv[0], run_name="__main__")
            """);

        Assert.True(code == 0, $"{complaint}\n{printed}");
        Assert.All(scripts, one => AssertSame(one.Run, one.Script, one.Spec, [.. one.Run.Arrays.Keys.Where(name => name != "image" || one.Run.Arrays.Count == 1)]));
    }

    private static string BuiltIn => Path.Combine(AppContext.BaseDirectory, "networks", "builtin.safetensors");

    private static IEnumerable<string> Of(string technique, params string[] options) =>
        options.Select(one => $$"""{"technique":"{{technique}}","network":"squeezenet1_1","seed":3,"options":{{one}}}""");

    private static void AssertSame(ComputedRun run, Script script, string spec, IReadOnlyCollection<string> arrays)
    {
        Assert.NotEmpty(arrays);
        foreach (var name in arrays)
        {
            var (ours, theirs) = (run.Arrays[name], NpyFile.Read(File.ReadAllBytes(script.Result($"{name}.npy"))));
            Assert.Equal(ours.Shape, theirs.Shape);
            var scale = ours.Values.Max(Math.Abs);
            var differences = ours.Values.Zip(theirs.Values, (a, b) => Math.Abs(a - b) / scale).ToList();
            TestContext.Current.TestOutputHelper!.WriteLine($"{differences.Max():e1} of {scale:g3} in {name} of {spec} {differences.Count(d => d > 1e-4)} {differences.Average()}");
            Assert.True(differences.Max() < 1e-3, $"{name} differs by {differences.Max():e1} of its largest value {scale:g3} in {spec}");
        }
    }

    private async Task<Script> DownloadAsync(string id)
    {
        using var client = fixture.Application.CreateClient();
        var script = new Script(fixture.NewFolder());
        var code = await client.GetStringAsync($"/api/runs/{id}/result.py", Cancellation);
        await File.WriteAllTextAsync(script.File, code, Cancellation);
        foreach (Match picture in PictureAddresses().Matches(code))
        {
            var file = Path.Combine(script.Folder, $"{picture.Groups[1].Value}.png");
            await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(picture.Groups[2].Value, Cancellation), Cancellation);
            script.Pictures.AddRange([$"--{picture.Groups[1].Value}", file]);
        }

        return script;
    }

    // As the docstring has it: "curl -o picture.png http://localhost/api/images/….png".
    [GeneratedRegex(@"curl -o (\w+)\.png http://localhost(/api/images/[0-9a-f]{64}\.png)")]
    private static partial Regex PictureAddresses();

    private sealed record Script(string Folder)
    {
        public List<string> Pictures { get; } = [];

        public string File => Path.Combine(Folder, "run.py");

        public string Result(string name) => Path.Combine(Folder, "results", name);

        public string[] Arguments(string weights) => [File, .. Pictures, "--weights", weights, "--output", Path.Combine(Folder, "results")];
    }
}
