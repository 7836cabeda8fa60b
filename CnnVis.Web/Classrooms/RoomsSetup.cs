using CnnVis.Web.Classrooms.Lessons;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Classrooms;

internal static class RoomsSetup
{
    /// <summary>Rooms and lessons: singletons, as they outlive the pages; each circuit has its seat.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services)
    {
        services.AddSingleton<RoomStore>().AddHostedService(provider => provider.GetRequiredService<RoomStore>());
        services.AddSingleton<RoomLimits>();
        services.AddSingleton<IRoomService, RoomService>();
        services.AddSingleton<WallExport>();
        services.AddSingleton<IFirstVisitors, FirstVisitors>();
        services.AddSingleton<LessonCatalog>();
        services.AddScoped<RoomSeat>();
        return services;
    }
}
