using System.Diagnostics.Metrics;
using CnnVis.Core.Networks;
using CnnVis.Core.Training.Data;
using CnnVis.Web.DataSets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

internal static class RunsSetup
{
    /// <summary>Everything that computes. All singletons: runs outlive the pages that started them.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddOptions<CnnVisOptions>().BindConfiguration("CnnVis").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new NetworkCatalog(
            provider.GetRequiredService<IOptions<CnnVisOptions>>().Value.ModelsDirectory,
            provider.GetRequiredService<ITrainedNetworks>()));
        services.AddSingleton(provider =>
            new DataSetCatalog(provider.GetRequiredService<IOptions<CnnVisOptions>>().Value.DataSetFolders));
        services.AddHttpClient();
        services.AddSingleton(PublishedArchive.Cifar10);
        services.AddSingleton<CifarFetcher>();
        services.AddSingleton<IDataSetService, DataSetService>();
        services.AddSingleton<SamplePictures>();
        services.AddSingleton<IPictureStore, PictureStore>();
        services.AddSingleton(provider => new RunMetrics(provider.GetRequiredService<IMeterFactory>().Create(RunMetrics.MeterName)));
        services.AddSingleton<RunRegistry>();
        services.AddSingleton<Admission>();
        services.AddSingleton<FairQueue>();
        services.AddSingleton<ITrainedNetworks, KeptNetworks>();
        services.AddSingleton<RunStarter>();
        services.AddSingleton<IRunService, RunService>();
        services.AddSingleton<EngineLane>().AddHostedService(provider => provider.GetRequiredService<EngineLane>());
        services.AddSingleton<WarmUp>().AddHostedService(provider => provider.GetRequiredService<WarmUp>());
        return services;
    }
}
