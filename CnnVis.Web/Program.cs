using CnnVis.Web.Api;
using CnnVis.Web.Runs;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // the build links wwwroot-assets into the web root, in every environment
builder.Services.AddRuns();
builder.Services.AddApi();

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapApi();
app.Run();

/// <summary>Named so that tests can start the application.</summary>
public partial class Program;
