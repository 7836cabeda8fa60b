using CnnVis.Core.Networks;
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
        services.AddSingleton(provider =>
            new NetworkCatalog(provider.GetRequiredService<IOptions<CnnVisOptions>>().Value.ModelsDirectory));
        services.AddSingleton<SamplePictures>();
        services.AddSingleton<IPictureStore, PictureStore>();
        services.AddSingleton<RunRegistry>();
        services.AddSingleton<IRunService, RunService>();
        services.AddSingleton<EngineLane>().AddHostedService(provider => provider.GetRequiredService<EngineLane>());
        services.AddSingleton<WarmUp>().AddHostedService(provider => provider.GetRequiredService<WarmUp>());
        return services;
    }
}
