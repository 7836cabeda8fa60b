using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Tests.Support;
using CnnVis.Web.Sharing.PyTorch;

namespace CnnVis.Tests.Web.Sharing.PyTorch;

/// <summary>Scripts are downloaded, run by the system's Python, and their results held against those of the run.</summary>
public sealed partial class PyTorchCodeTests(PyTorchFixture fixture) : IClassFixture<PyTorchFixture>
{
    // Of an array's largest value.
    private const double Tolerance = 1e-3;

    // Deep layers magnify rounding: a dream of features.7 that is started a ten-millionth apart may be a tenth apart after ten
    // steps. On features.3 of a small picture it stays a millionth.
    private const string Dream = """{"technique":"deepdream","network":"squeezenet1_1","seed":5,"options":{"size":64,"octaves":2,"steps":5,"layers":[{"layer":"features.3"}]}}""";

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

        var (code, _, complaint) = Python.Run(script.Arguments(fixture.Weights("squeezenet1_1")));

        Assert.True(code == 0, complaint);
        Assert.True(File.Exists(script.Result("result.png")));
        AssertSame(run, script, spec, arrays);
    }

    [Fact]
    public async Task A_dream_that_is_shifted_otherwise_is_another()
    {
        var run = await fixture.ComputeAsync(Dream);
        var script = await DownloadAsync(run.Id);
        var code = await File.ReadAllTextAsync(script.File, Cancellation);
        await File.WriteAllTextAsync(script.File, code.Replace("down, across = SHIFTS", "across, down = SHIFTS", StringComparison.Ordinal), Cancellation);

        var (exit, _, complaint) = Python.Run(script.Arguments(fixture.Weights("squeezenet1_1")));

        Assert.True(exit == 0, complaint);
        Assert.True(Differences(run, script, "image").Max() > 10 * Tolerance, "A mistake would not show.");
    }

    [Fact]
    public async Task Names_that_mean_harm_stay_names()
    {
        var run = await fixture.ComputeAsync("""{"technique":"gap","network":"squeezenet1_1","options":{"target":[285]}}""");
        using var client = fixture.Application.CreateClient();

        var code = await client.GetStringAsync($"/api/runs/{run.Id}/result.py", Cancellation);

        Assert.Contains("285 cat", code, StringComparison.Ordinal);
        var (_, names, complaint) = Python.Run("-c", $"""
            import ast, base64
            tree = ast.parse(base64.b64decode("{Convert.ToBase64String(Encoding.UTF8.GetBytes(code))}"))
            print(sorted({"{"}type(node).__name__ for node in tree.body{"}"}))
            print(sorted(alias.name for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names))
            """);
        Assert.Equal(
            "['Assign', 'Expr', 'FunctionDef', 'If', 'Import', 'ImportFrom']\n"
            + "['Image', 'NodePathTracer', 'argparse', 'functional', 'hashlib', 'io', 'models', 'numpy', 'os', 'sys', 'torch', 'torch.fx']\n",
            names + complaint);
    }

    [Fact]
    public async Task Other_weights_are_refused()
    {
        var run = await fixture.ComputeAsync("""{"technique":"gap","network":"squeezenet1_1"}""");
        var script = await DownloadAsync(run.Id);

        var (code, _, complaint) = Python.Run(script.Arguments(fixture.Weights("builtin")));

        Assert.Equal(1, code);
        Assert.Contains("is another file than the run's", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"technique":"neuron","network":"squeezenet1_1","options":{"steps":0,"size":32}}""", "There is no PyTorch code for the technique \"A neuron's favourite picture\"")]
    [InlineData("""{"technique":"content","network":"squeezenet1_1","options":{"steps":0,"size":32}}""", "There is no PyTorch code for the technique \"What is left of your picture\"")]
    public async Task What_is_not_told_is_refused_in_a_sentence(string spec, string sentence)
    {
        var run = await fixture.ComputeAsync(spec);
        using var client = fixture.Application.CreateClient();

        using var answer = await client.GetAsync($"/api/runs/{run.Id}/result.py", Cancellation);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("urn:cnnvis:problem:no-pytorch-code", problem.GetProperty("type").GetString());
        Assert.StartsWith(sentence, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bvlc_googlenet")]
    [InlineData("lab-1-2")]
    public void A_network_that_PyTorch_has_not_is_refused_in_a_sentence(string network) => Assert.StartsWith(
        $"There is no PyTorch code for the network {network}:",
        PyTorchCode.WhyNot(new RunSpec("gap", network, "picture", new GapOptions())),
        StringComparison.Ordinal);

    [Fact]
    public void A_network_that_forgot_is_refused_in_a_sentence() => Assert.Equal(
        "There is no PyTorch code for a network with random weights: there is for the same run with builtin as it was trained.",
        PyTorchCode.WhyNot(new RunSpec("gap", "builtin-random-conv5", "picture", new GapOptions())));

    [Fact]
    public async Task The_weights_of_the_built_in_network_are_to_be_had()
    {
        using var client = fixture.Application.CreateClient();

        var weights = await client.GetByteArrayAsync("/api/networks/builtin/weights.safetensors", Cancellation);

        Assert.Equal(await File.ReadAllBytesAsync(fixture.Weights("builtin"), Cancellation), weights);
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
            .. Of("deepdream", """{"size":64,"octaves":2,"steps":2,"layers":[{"layer":"features.3"},{"layer":"features.1","weight":-0.5}],"jitter":0}""",
                """{"size":64,"octaves":1,"steps":2,"channel":3,"layers":[{"layer":"features.3"}]}""",
                """{"size":160,"octaves":2,"steps":2,"tile":64,"layers":[{"layer":"features.1"}]}""",
                """{"size":64,"octaves":1,"steps":1,"zoom":2,"zoomSteps":1,"zoomFactor":1.2,"layers":[{"layer":"features.3"}]}""",
                $$"""{"size":64,"octaves":1,"steps":2,"layers":[{"layer":"features.3"}],"guide":"{{await fixture.AddAsync("squeezenet1_1.chelsea.png")}}"}"""),
            """{"technique":"saliency","network":"builtin"}""",
            """{"technique":"grad-cam","network":"builtin","options":{"layer":"sweep"}}""",
            """{"technique":"gap","network":"builtin"}""",
            """{"technique":"deepdream","network":"builtin","options":{"size":64,"octaves":1,"steps":2,"layers":[{"layer":"relu2"}]}}""",
            .. PyTorchFixture.MadeUp.Select(network => $$"""{"technique":"gap","network":"{{network}}"}"""),
            .. PyTorchFixture.MadeUp.Select(network => $$$"""{"technique":"saliency","network":"{{{network}}}","options":{"method":"guided-backprop"}}"""),
        ];
        var scripts = new List<(string Spec, ComputedRun Run, Script Script)>();
        foreach (var spec in specs)
        {
            var run = await fixture.ComputeAsync(spec);
            scripts.Add((spec, run, await DownloadAsync(run.Id)));
        }

        var calls = scripts.Select(one => one.Script.Arguments(fixture.Weights(RunSpecJson.Read(one.Spec).Network!)));
        var (code, printed, complaint) = Python.Run("-c", $$"""
            import runpy, sys
            for sys.argv in {{JsonSerializer.Serialize(calls)}}:
                print(sys.argv)
                runpy.run_path(sys.argv[0], run_name="__main__")
            """);

        Assert.True(code == 0, $"{complaint}\n{printed}");
        Assert.All(scripts, one => AssertSame(one.Run, one.Script, one.Spec, [.. one.Run.Arrays.Keys.Where(name => name != "image" || one.Run.Arrays.Count == 1)]));
    }

    private static IEnumerable<string> Of(string technique, params string[] options) =>
        options.Select(one => $$"""{"technique":"{{technique}}","network":"squeezenet1_1","seed":3,"options":{{one}}}""");

    private static void AssertSame(ComputedRun run, Script script, string spec, IReadOnlyCollection<string> arrays)
    {
        Assert.NotEmpty(arrays);
        foreach (var name in arrays)
        {
            var differences = Differences(run, script, name);
            var said = $"{differences.Max():e1} of the largest, {differences.Average():e1} in the mean, in {name} of {spec}";
            TestContext.Current.TestOutputHelper!.WriteLine(said);
            Assert.True(IsKinked(spec) ? differences.Average() < Tolerance / 10 : differences.Max() < Tolerance, said);
        }
    }

    // As shares of the run's largest value.
    private static double[] Differences(ComputedRun run, Script script, string name)
    {
        var (ours, theirs) = (run.Arrays[name], NpyFile.Read(File.ReadAllBytes(script.Result($"{name}.npy"))));
        Assert.Equal(ours.Shape, theirs.Shape);
        var scale = ours.Values.Max(Math.Abs);
        return [.. ours.Values.Zip(theirs.Values, (a, b) => Math.Abs(a - b) / scale)];
    }

    // SmoothGrad's noise is rounded otherwise by another libtorch, and made-up weights bring much near zero: here and there
    // another ReLU opens, and a pixel differs.
    private static bool IsKinked(string spec) =>
        spec.Contains("smoothgrad", StringComparison.Ordinal) || PyTorchFixture.MadeUp.Any(network => spec.Contains(network, StringComparison.Ordinal));

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
