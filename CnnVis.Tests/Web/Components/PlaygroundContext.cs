using Bunit;
using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Web.Components.Playground;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace CnnVis.Tests.Web.Components;

/// <summary>A playground of DeepDream with a stand-in for its options editor.</summary>
public abstract class PlaygroundContext : ComponentContext
{
    protected PlaygroundContext()
    {
        JSInterop.SetupModule("./Components/Frames/FrameCanvas.razor.js").SetupVoid("draw", _ => true).SetVoidResult();
        RenderPopovers();
    }

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    protected static IRenderedComponent<RandomFrom> Weights(IRenderedComponent<Playground<DeepDreamOptions>> page) => page.FindComponent<RandomFrom>();

    protected static Task Forget(IRenderedComponent<Playground<DeepDreamOptions>> page, string from) =>
        page.InvokeAsync(() => Weights(page).FindComponent<MudSelect<string>>().Instance.ValueChanged.InvokeAsync(from));

    protected static string Problem(IRenderedComponent<Playground<DeepDreamOptions>> page) =>
        page.Find("[data-testid=problem]").TextContent;

    protected IRenderedComponent<Playground<DeepDreamOptions>> Show(string? run = null, string? network = null)
    {
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("deepdream", new Dictionary<string, object?> { ["run"] = run, ["network"] = network }));
        return ShowHere();
    }

    protected IRenderedComponent<Playground<DeepDreamOptions>> ShowHere() =>
        Render<Playground<DeepDreamOptions>>(with => with
            .Add(p => p.Technique, "deepdream")
            .Add(p => p.Title, "DeepDream")
            .Add(p => p.Lead, "See more.")
            .Add(p => p.Networks, [SomeNetworks.Small, SomeNetworks.Other])
            .Add(p => p.Fit, (options, network) => network.Trained is null ? options : throw new InvalidOperationException("It has all that the trained one has."))
            .Add(p => p.Editor, Editor));

    // Stands in for an options editor: one button that asks for five octaves, and one for smaller steps.
    private RenderFragment Editor(OptionsEdit<DeepDreamOptions> edit) => builder =>
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "class", "five-octaves");
        builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this,
            () => edit.Changed.InvokeAsync(edit.Options with { Octaves = 5 })));
        builder.AddContent(3, $"{edit.Options.Octaves} octaves for {edit.Network.Id}");
        builder.CloseElement();
        builder.OpenElement(4, "button");
        builder.AddAttribute(5, "class", "slower");
        builder.AddAttribute(6, "onclick", EventCallback.Factory.Create(this,
            () => edit.Changed.InvokeAsync(edit.Options with { Rate = 0.001 })));
        builder.CloseElement();
    };
}
