using System.Globalization;
using System.Text.Json;
using CnnVis.Core;
using CnnVis.Web.Runs;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>Finds runs among many, the newest first. Every method throws <see cref="StoreUnavailableException"/> where the database fails.</summary>
internal sealed class RunList(Store store)
{
    /// <summary>Runs on a page.</summary>
    public const int PageSize = 24;

    /// <summary>Pages that can be turned to; further ones would be slow, and nobody goes there.</summary>
    public const int MostPages = 1000;

    /// <summary>The number of a page as an address tells it; 1 where it tells none.</summary>
    /// <exception cref="InvalidOptionsException">There is no such page.</exception>
    public static int PageOf(string? text) =>
        text is null ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= MostPages ? page
        : throw new InvalidOptionsException($"page must be 1 to {MostPages}.");

    /// <summary>A state as an address tells it; null where it tells none.</summary>
    /// <exception cref="InvalidOptionsException">There is no such state.</exception>
    public static RunState? StateOf(string? text)
    {
        var names = Enum.GetNames<RunState>();
        return text is null ? null
            : names.Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<RunState>(text, ignoreCase: true)
            : throw new InvalidOptionsException($"state must be {string.Join(", ", names.Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
    }

    /// <summary>Completed runs whose makers want them seen.</summary>
    public RunPage Public(RunFilter filter, int page) => Find(
        runs => runs.Where(run => run.Public), filter with { State = RunState.Completed }, page);

    /// <summary>A visitor's own runs.</summary>
    public RunPage Of(string maker, RunFilter filter, int page) => Find(runs => runs.Where(run => run.Maker == maker), filter, page);

    /// <summary>What public runs there are to choose from: each technique, network and layer once.</summary>
    public IReadOnlyList<RunFilter> Choices() => store.Ask(context => context.Runs.AsNoTracking()
        .Where(run => run.Public).Select(run => new { run.Technique, run.Network, run.Layer }).Distinct().ToList()
        .Select(one => new RunFilter(one.Technique, one.Network, one.Layer)).ToList());

    private RunPage Find(Func<IQueryable<RunRecord>, IQueryable<RunRecord>> among, RunFilter filter, int page) => store.Ask(context =>
    {
        var found = Filtered(among(context.Runs.AsNoTracking()), filter)
            .OrderByDescending(run => run.CreatedAt).ThenBy(run => run.Id)
            .Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Select(run => new { Run = run, Shown = context.Frames.Where(frame => frame.RunId == run.Id).Max(frame => (int?)frame.Step) })
            .Select(one => new RunSummary(
                one.Run.Id, one.Run.Technique, one.Run.Network, one.Run.Layer, one.Run.State, one.Run.Step, one.Run.Total,
                one.Shown, DateTimeOffset.FromUnixTimeMilliseconds(one.Run.CreatedAt), one.Run.Public))
            .ToList();
        return new RunPage([.. found.Take(PageSize)], page, found.Count > PageSize);
    });

    private static IQueryable<RunRecord> Filtered(IQueryable<RunRecord> runs, RunFilter filter)
    {
        runs = filter.Technique is { } technique ? runs.Where(run => run.Technique == technique) : runs;
        runs = filter.Network is { } network ? runs.Where(run => run.Network == network) : runs;
        runs = filter.Layer is { } layer ? runs.Where(run => run.Layer == layer) : runs;
        return filter.State is { } state ? runs.Where(run => run.State == state) : runs;
    }
}
