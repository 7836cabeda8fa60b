using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CnnVis.Core.Networks;
using CnnVis.Core.Imaging;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Api;

public sealed class ApiTests(Application application) : IClassFixture<Application>
{
    private readonly HttpClient _client = application.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_dreamt_on_from_upload_to_raw_numbers()
    {
        var image = await Json(await _client.PostAsync("/api/images", new ByteArrayContent(Pictures.SoftPng()), Cancellation));
        var run = await Start($$$"""{"technique":"deepdream","image":"{{{image.GetProperty("id")}}}","options":{"steps":2,"octaves":1}}""");
        var id = run.GetProperty("id").GetString()!;
        await Finished(id);

        var state = await _client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Cancellation);
        var picture = PictureDecoder.Decode(await _client.GetByteArrayAsync($"/api/runs/{id}/result.png", Cancellation));
        var raw = await _client.GetByteArrayAsync($"/api/runs/{id}/arrays/image.npy", Cancellation);

        Assert.Equal("completed", state.GetProperty("state").GetString());
        Assert.Equal(application.Services.GetRequiredService<NetworkCatalog>().Find("builtin").DreamLayer, state.GetProperty("spec").GetProperty("options").GetProperty("layers")[0].GetProperty("layer").GetString());
        Assert.Equal((48, 40), (picture.Width, picture.Height));
        Assert.Equal(4 * 3 * 40 * 48, raw.Length - 128);
        Assert.Contains("(3, 40, 48)", Encoding.ASCII.GetString(raw, 0, 128), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Networks_layers_and_techniques_are_told()
    {
        var networks = await _client.GetFromJsonAsync<JsonElement>("/api/networks", Cancellation);
        var layers = await _client.GetFromJsonAsync<JsonElement>("/api/networks/builtin/layers", Cancellation);
        var techniques = await _client.GetFromJsonAsync<JsonElement>("/api/techniques", Cancellation);

        Assert.Equal("builtin", networks[0].GetProperty("id").GetString());
        Assert.Equal("conv1", layers[0].GetProperty("id").GetString());
        Assert.Equal(
            ["saliency", "neuron", "content", "deepdream", "gap", "grad-cam", "activations", "gap-lab"],
            techniques.EnumerateArray().Select(t => t.GetProperty("id").GetString()));
        Assert.Equal("top", techniques[0].GetProperty("options").GetProperty("target").GetString());
        Assert.Equal(4, techniques[3].GetProperty("options").GetProperty("octaves").GetInt32());
    }

    [Theory]
    [InlineData("""{"technique":"saliency"}""", "attribution", "3,96,96")]
    [InlineData("""{"technique":"saliency"}""", "logits", "122")]
    [InlineData("""{"technique":"grad-cam"}""", "heatmap", "12,12")]
    [InlineData("""{"technique":"grad-cam","options":{"layer":"sweep"}}""", "heatmap.relu7", "12,12")]
    [InlineData("""{"technique":"gap","options":{"target":[3,7]}}""", "class-maps", "2,12,12")]
    [InlineData("""{"technique":"content","options":{"steps":1,"size":40}}""", "image", "3,40,40")]
    public async Task Raw_results_have_the_names_and_shapes_they_are_known_by(string spec, string array, string shape)
    {
        var picture = application.Services.GetRequiredService<IPictureStore>().Samples[0].Id;
        var run = await Start(spec[..^1] + $$""","image":"{{picture}}"}""");
        var id = run.GetProperty("id").GetString()!;
        await Finished(id);

        var file = await _client.GetByteArrayAsync($"/api/runs/{id}/arrays/{array}.npy", Cancellation);

        Assert.Contains($"'shape': ({shape.Replace(",", ", ", StringComparison.Ordinal)}", Encoding.ASCII.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_forgot_is_run_and_described_like_any_other_and_listed_nowhere()
    {
        var image = await Json(await _client.PostAsync("/api/images", new ByteArrayContent(Pictures.SoftPng()), Cancellation));
        var run = await Start($$"""{"technique":"saliency","network":"builtin-random-conv5","image":"{{image.GetProperty("id")}}"}""");
        await Finished(run.GetProperty("id").GetString()!);

        var networks = await _client.GetFromJsonAsync<JsonElement>("/api/networks", Cancellation);
        var layers = await _client.GetFromJsonAsync<JsonElement>("/api/networks/builtin-random-conv5/layers", Cancellation);
        var script = await _client.GetAsync($"/api/runs/{run.GetProperty("id").GetString()}/result.py", Cancellation);

        Assert.DoesNotContain(networks.EnumerateArray(), network => network.GetProperty("id").GetString()!.Contains("random", StringComparison.Ordinal));
        Assert.Equal("conv1", layers[0].GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, script.StatusCode);
    }

    [Fact]
    public async Task A_run_is_paused_resumed_and_cancelled()
    {
        var run = await Start("""{"technique":"neuron","options":{"steps":2000}}""");
        var id = run.GetProperty("id").GetString();

        Assert.Equal("paused", await Control("pause"));
        Assert.Equal("running", await Control("resume"));
        Assert.Equal("cancelled", await Control("cancel"));

        async Task<string?> Control(string verb) =>
            (await Json(await _client.PostAsync($"/api/runs/{id}/{verb}", null, Cancellation))).GetProperty("state").GetString();
    }

    [Fact]
    public async Task The_same_spec_is_the_same_run_unless_a_fresh_one_is_asked_for()
    {
        const string Spec = """{"technique":"neuron","options":{"steps":1,"size":16},"seed":98}""";
        var first = await Start(Spec);
        await Finished(first.GetProperty("id").GetString()!);

        var same = await Start(Spec);
        var fresh = await Start(Spec[..^1] + ",\"fresh\":true}");

        Assert.Equal(first.GetProperty("id").GetString(), same.GetProperty("id").GetString());
        Assert.NotEqual(first.GetProperty("id").GetString(), fresh.GetProperty("id").GetString());
        Assert.Equal(first.GetProperty("specHash").GetString(), fresh.GetProperty("specHash").GetString());
    }

    [Theory]
    [InlineData("""{"technique":"neuron","network":"nobody"}""", "unknown-network")]
    [InlineData("""{"technique":"neuron","network":"builtin-random-conv9"}""", "unknown-layer")]
    [InlineData("""{"technique":"neuron","network":"builtin-random-gap"}""", "unsuitable-network")]
    [InlineData("""{"technique":"alchemy"}""", "unknown-technique")]
    [InlineData("""{"technique":"neuron","options":{"layer":"conv9"}}""", "unknown-layer")]
    [InlineData("""{"technique":"neuron","options":{"channel":4000}}""", "unknown-channel")]
    [InlineData("""{"technique":"neuron","options":{"objective":"class","target":177}}""", "unknown-class")]
    [InlineData("""{"technique":"neuron","options":{"steps":-1}}""", "invalid-options")]
    [InlineData("""{"technique":"deepdream"}""", "invalid-options")]
    [InlineData("""{"technique":"grad-cam","options":{"method":"best-cam"}}""", "invalid-options")]
    [InlineData("""{"technique":"grad-cam","options":{"layer":"logits"}}""", "unsuitable-network")]
    [InlineData("""{"technique":"gap","options":{"target":[3,177]}}""", "unknown-class")]
    [InlineData("""{"technique":"saliency","options":{"target":"best"}}""", "invalid-options")]
    [InlineData("""{"technique":"grad-cam","options":{"method":"grad-cam++, hires-cam"}}""", "invalid-options")]
    [InlineData("""{"technique":"saliency","options":{"method":" occlusion "}}""", "invalid-options")]
    [InlineData("""{"technique":"neuron","options":{"terms":[{"objective":"class","layer":"nowhere"}]}}""", "unknown-layer")]
    [InlineData("""{"technique":"neuron","options":{"layer":"logits","batch":2,"diversity":1}}""", "unsuitable-network")]
    [InlineData("""{"technique":"neuron","options":{"batch":4,"size":512}}""", "invalid-options")]
    [InlineData("""{"technique":"deepdream","options":{"layers":[{"layer":"relu3"},{"layer":"relu3"}]}}""", "invalid-options")]
    [InlineData("""{"technique":"deepdream","options":{"zoom":500,"zoomSteps":50}}""", "invalid-options")]
    [InlineData("""{"technique":"content","options":{"layers":["relu1","relu2"],"size":512}}""", "invalid-options")]
    [InlineData("""{"technique":"neuron","seed":-1}""", "invalid-options")]
    [InlineData("""{"technique":"neuron","seed":4294967296}""", "invalid-options")]
    [InlineData("""{"technique":"deepdream","image":"../../etc/passwd"}""", "unknown-picture")]
    [InlineData("nonsense", "invalid-options")]
    public async Task A_spec_that_cannot_be_run_is_a_bad_request_with_a_stable_type(string body, string type)
    {
        var response = await _client.PostAsync("/api/runs", new StringContent(body), Cancellation);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"urn:cnnvis:problem:{type}", problem.GetProperty("type").GetString());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/runs/nobody", "unknown-run")]
    [InlineData("/api/runs/nobody/result.png", "unknown-run")]
    [InlineData("/api/images/nobody", "unknown-picture")]
    [InlineData("/api/networks/nobody/layers", "unknown-network")]
    public async Task What_an_address_names_and_does_not_exist_is_not_found(string address, string type)
    {
        var response = await _client.GetAsync(address, Cancellation);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal($"urn:cnnvis:problem:{type}", problem.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/nothing", null, 404, "unknown-address")]
    [InlineData("GET", "/api/runs/a/frames/first", null, 404, "unknown-address")]
    [InlineData("PATCH", "/api/networks", null, 405, "wrong-method")]
    [InlineData("PUT", "/api/runs/a/expiry", "nonsense", 400, "bad-request")]
    [InlineData("PUT", "/api/runs/a/expiry", """{"expiresAt":"tomorrow"}""", 400, "bad-request")]
    [InlineData("PUT", "/api/runs/a/expiry", "{}", 400, "bad-request")]
    [InlineData("POST", "/api/runs/a/options", """{"rate":"fast"}""", 400, "bad-request")]
    [InlineData("GET", "/api/runs/a/frames/1/thumbnail.webp?width=wide", null, 400, "bad-request")]
    public async Task What_the_framework_refuses_has_our_type_and_a_sentence_too(string method, string address, string? body, int status, string type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await _client.SendAsync(request, Cancellation);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal($"urn:cnnvis:problem:{type}", problem.GetProperty("type").GetString());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("map=rainbow")]
    [InlineData("opacity=2")]
    [InlineData("map=viridis&opacity=0.5")]
    public async Task What_a_result_s_address_asks_and_the_run_cannot_show_is_a_bad_request(string query)
    {
        var run = await Start("""{"technique":"neuron","options":{"steps":1}}""");
        var id = run.GetProperty("id").GetString()!;
        await Finished(id);

        var response = await _client.GetAsync($"/api/runs/{id}/result.webp?{query}", Cancellation);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("urn:cnnvis:problem:invalid-options", problem.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData((10 * 1024 * 1024) + 1)]
    public async Task A_body_that_is_no_picture_is_refused(int length)
    {
        var response = await _client.PostAsync("/api/images", new ByteArrayContent(new byte[length]), Cancellation);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("urn:cnnvis:problem:invalid-picture", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_API_describes_itself_and_its_health()
    {
        var description = await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancellation);

        var start = description.GetProperty("paths").GetProperty("/api/runs").GetProperty("post");
        Assert.True(start.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.Equal(["201", "400", "413", "429"], start.GetProperty("responses").EnumerateObject().Select(entry => entry.Name).Order());
        Assert.True(description.GetProperty("paths").TryGetProperty("/api/runs/{id}/arrays/{name}.npy", out _));
        var result = description.GetProperty("paths").GetProperty("/api/runs/{id}/result.png").GetProperty("get").GetProperty("parameters");
        Assert.Contains("viridis, magma", result.EnumerateArray().Single(p => p.GetProperty("name").GetString() == "map")
            .GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/health/live", Cancellation)).StatusCode);
    }

    private async Task<JsonElement> Start(string spec) =>
        await Json(await _client.PostAsync("/api/runs", new StringContent(spec), Cancellation));

    private async Task Finished(string id)
    {
        var runs = application.Services.GetRequiredService<IRunService>();
        await runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
