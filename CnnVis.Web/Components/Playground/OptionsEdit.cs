using CnnVis.Core.Networks;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>What an options editor works on.</summary>
public sealed record OptionsEdit<TOptions>(NetworkInfo Network, TOptions Options, EventCallback<TOptions> Changed);
