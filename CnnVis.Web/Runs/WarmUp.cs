using CnnVis.Core.Native;
using CnnVis.Core.Networks;
using TorchSharp;

namespace CnnVis.Web.Runs;

/// <summary>
/// Loads libtorch and the built-in network right after the start, so that the first visitor does not wait for them.
/// </summary>
internal sealed partial class WarmUp(NetworkCatalog networks, ILogger<WarmUp> logger) : BackgroundService
{
    /// <summary>Whether the engine is ready for visitors.</summary>
    public bool Done { get; private set; }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Prepare, stoppingToken);

    private void Prepare()
    {
        LogStatus(Libtorch.Status);
        foreach (var problem in networks.Problems)
        {
            LogProblem(problem);
        }

        var network = networks.Load("builtin");
        using var scope = torch.NewDisposeScope();
        using var frozen = torch.no_grad();
        network.Activations(torch.zeros(1, 3, network.Info.InputSize, network.Info.InputSize), [network.Graph.Output]);
        Done = true;
        LogReady(networks.Networks.Count);
    }

    [LoggerMessage(LogLevel.Information, "{Status}")]
    private partial void LogStatus(string status);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(LogLevel.Information, "The engine is ready; networks: {Count}.")]
    private partial void LogReady(int count);
}
