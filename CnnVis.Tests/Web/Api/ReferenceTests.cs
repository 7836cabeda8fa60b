using System.Net.Http.Json;
using System.Text.Json;
using CnnVis.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Api;

/// <summary>The API's description of itself.</summary>
public sealed class ReferenceTests(Application application) : IClassFixture<Application>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_of_the_API_is_in_it()
    {
        var described = (await OperationsAsync()).Select(operation => operation.Name).ToHashSet();

        var routes = application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal) || route.RoutePattern.RawText == "/oembed")
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {route.RoutePattern.RawText!.Replace(":int", "", StringComparison.Ordinal)}")).ToList();

        Assert.True(routes.Count > 20);
        Assert.All(routes, route => Assert.Contains(route, described));
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_takes_gives_and_refuses()
    {
        foreach (var (name, operation) in await OperationsAsync())
        {
            Assert.True(operation.GetProperty("summary").GetString() is [.., '.'], $"{name} has no summary.");
            Assert.True(operation.GetProperty("tags")[0].GetString() is "What there is" or "Pictures" or "Runs" or "Results" or "Rooms" or "Links", $"{name} stands nowhere.");
            foreach (var parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
            {
                Assert.True(parameter.TryGetProperty("description", out _), $"{name} does not describe {parameter.GetProperty("name")}.");
            }

            foreach (var answer in operation.GetProperty("responses").EnumerateObject().Where(answer => answer.Name != "204"))
            {
                var content = answer.Value.GetProperty("content").EnumerateObject().ToList();
                Assert.All(content, form => Assert.True(form.Value.TryGetProperty("schema", out _), $"{name} does not say what {answer.Name} is."));
                Assert.Equal(answer.Name[0] is '4' or '5', content[0].Name == "application/problem+json");
            }
        }
    }

    [Fact]
    public async Task What_travels_is_described_as_it_is()
    {
        var document = await DocumentAsync();

        Assert.Equal("CnnVis API", document.GetProperty("info").GetProperty("title").GetString());
        var body = document.GetProperty("paths").GetProperty("/api/runs").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
        Assert.Equal(["technique", "network", "image", "options", "seed", "changes", "fresh"], body.GetProperty("schema").GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.DoesNotContain("$type", document.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("integer", document.GetProperty("components").GetProperty("schemas").GetProperty("RunResource").GetProperty("properties").GetProperty("step").GetProperty("type").GetString());
    }

    private async Task<List<(string Name, JsonElement Operation)>> OperationsAsync() =>
        [.. (await DocumentAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(operation => ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))];

    private async Task<JsonElement> DocumentAsync() =>
        await application.CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancellation);
}
