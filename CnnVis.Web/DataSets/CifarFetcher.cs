using CnnVis.Core;
using CnnVis.Core.Training.Data;
using CnnVis.Web.Runs;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.DataSets;

/// <summary>
/// Fetches CIFAR-10 in the background, once however many ask. Whatever ends it before its end, nothing is left behind.
/// </summary>
internal sealed class CifarFetcher(IHttpClientFactory clients, IOptions<CnnVisOptions> options, PublishedArchive archive) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly string? _folder = options.Value.FetchedDataSets is { } folder ? Path.Combine(folder, DataSetInfo.Cifar10.Id) : null;

    /// <summary>Whether there is a folder to keep it.</summary>
    public bool CanFetch => _folder is not null;

    /// <summary>The share that has come, 0 to 1, while it is being fetched; null otherwise.</summary>
    public double? Share { get; private set; }

    /// <summary>Why it could not be fetched the last time; null where nothing went wrong.</summary>
    public string? Problem { get; private set; }

    /// <summary>Ends when the newest fetch has ended, well or not.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Begins, if it is not under way already.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (Share is null && _folder is not null)
            {
                (Share, Problem) = (0, null);
                Ended = Task.Run(() => FetchAsync(_folder));
            }
        }
    }

    /// <summary>Gives up what is under way, and waits until it is cleared away.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Ended;
        _stop.Dispose();
    }

    private async Task FetchAsync(string folder)
    {
        var problem = await ProblemOfAsync(folder);
        lock (_lock)
        {
            (Share, Problem) = (null, problem);
        }
    }

    private async Task<string?> ProblemOfAsync(string folder)
    {
        var unfinished = $"{folder}.unfinished";
        try
        {
            Directory.CreateDirectory(unfinished);
            await BringAsync(unfinished);
            MoveIn(unfinished, folder);
            return null;
        }
        catch (CnnVisException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return $"CIFAR-10 could not be fetched from {archive.Address.Host}: {Reason(e)}.";
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private async Task BringAsync(string unfinished)
    {
        var path = Path.Combine(unfinished, "archive");
        using var client = clients.CreateClient();
        await ArchiveDownload.SaveAsync(client, archive, path, share => Share = share, _stop.Token);
        await using (var packed = File.OpenRead(path))
        {
            CifarArchive.Unpack(packed, unfinished);
        }

        File.Delete(path);
    }

    private static void MoveIn(string unfinished, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(unfinished))
        {
            File.Move(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static string Reason(Exception e) => e switch
    {
        HttpRequestException { StatusCode: { } status } => $"it answered {(int)status}",
        HttpRequestException or HttpIOException => "the connection failed. Is there internet where CnnVis runs?",
        OperationCanceledException => "it stopped in the middle. Try again",
        _ => "its files could not be written. Is the disk full?",
    };
}
