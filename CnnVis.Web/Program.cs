using CnnVis.Web.Api;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using CnnVis.Web.Showcase;
using CnnVis.Web.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // the build links wwwroot-assets into the web root, in every environment
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // one line a request helps nobody
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error); // what fails is told once, by us
builder.Services.AddStore();
builder.Services.AddRuns();
builder.Services.AddRooms();
builder.Services.AddSingleton<Exhibition>();
builder.Services.AddApi();
builder.Services.AddOurMetrics();
builder.Services.AddUserInterface();

await using var app = builder.Build(); // its end writes out what the log still holds, also where the start fails
if (!app.SettingsHold() || !app.TryOpenStore())
{
    return 1;
}

app.UseUserInterface();
app.UseApi();
app.UseOurMetrics();
app.MapApi();
app.MapUserInterface();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the application.</summary>
public partial class Program;
