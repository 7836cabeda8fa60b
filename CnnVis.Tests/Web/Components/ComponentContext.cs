using Bunit;
using CnnVis.Core.Networks;
using CnnVis.Tests.Web.Classrooms;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.DataSets;
using CnnVis.Web.Hosting;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;

namespace CnnVis.Tests.Web.Components;

/// <summary>What every component test needs. JavaScript is strict: only MudBlazor's own calls are answered unasked.</summary>
public abstract class ComponentContext : BunitContext
{
    protected ComponentContext()
    {
        Services.AddMudServices();
        Services.AddLanguages();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<IRunService>(Runs);
        Services.AddSingleton<IPictureStore>(Pictures);
        Services.AddSingleton<IDataSetService>(DataSets);
        Services.AddSingleton(new NetworkCatalog(trained: Trained));
        Services.AddSingleton(Presence);
        Services.AddScoped<CircuitVisitor>();
        Services.AddScoped<MapViewMemory>();
        Services.AddSingleton<IRoomService, NoRooms>();
        Services.AddScoped<RoomSeat>();
        JSInterop.SetupVoid(call => call.Identifier.StartsWith("mud", StringComparison.Ordinal)).SetVoidResult();
        JSInterop.Setup<int>("mudpopoverHelper.countProviders").SetResult(1);
        JSInterop.SetupModule("./motion.js").Setup<bool>("isReduced").SetResult(false);
    }

    internal FakeTimeProvider Time { get; } = new();

    internal FakeRunService Runs { get; } = new();

    internal FakePictureStore Pictures { get; } = new();

    internal FakeDataSetService DataSets { get; } = new();

    internal FakeTrainedNetworks Trained { get; } = new();

    internal CircuitPresence Presence { get; } = new();

    /// <summary>Waits for what no rendering announces.</summary>
    internal static async Task Until(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Xunit.TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        while (!condition() && !patience.IsCancellationRequested)
        {
            await Task.Yield();
        }

        Assert.True(condition());
    }

    /// <summary>Where MudBlazor puts its lists.</summary>
    internal IRenderedComponent<MudPopoverProvider> RenderPopovers() => Render<MudPopoverProvider>();
}
